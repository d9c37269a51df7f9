using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// A rulebook with every name resolved, every kind checked and every sub-expression placed on its level.
/// Immutable.
/// </summary>
public sealed class CompiledRulebook
{
    private readonly bool[] _hasCohort;

    private CompiledRulebook(
        RulebookDefinition definition, ImmutableArray<FoldSet> foldSets, FigureTable figures, ColumnTable table)
    {
        Definition = definition;
        FiguresInOrder = figures.InOrder;
        FoldSets = foldSets;
        var columns = table.Columns;
        Columns = columns;
        Accounts = [.. table.Accounts];
        Layout = new RowLayout(definition, table);
        AwardsLookOutside = table.LooksOutsideLate;
        Waves = Wave.Of(columns);
        var cohorts = Waves.SelectMany(static wave => wave.Cohorts.Concat(wave.Elsewhere))
            .Concat(table.SeenLate).ToHashSet();
        _hasCohort = [.. columns.Select(column => cohorts.Contains(column.Position))];
    }

    public RulebookDefinition Definition { get; }

    /// <summary>Names this exact text; a standing carries it.</summary>
    public string Hash => Definition.Hash;

    /// <summary>What is folded from facts, one set per window.</summary>
    public ImmutableArray<FoldSet> FoldSets { get; }

    /// <summary>
    /// Kind and grain of every column, by the name that formulas use: <c>value(id)</c>, <c>points(id)</c>,
    /// <c>total</c> …
    /// </summary>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes =>
        Columns.ToDictionary(static column => column.Name, static column => column.Root.Type, StringComparer.Ordinal);

    internal IReadOnlyList<Column> Columns { get; }

    /// <summary>Figures by occasion, each behind those that it uses.</summary>
    internal IReadOnlyList<Figure> FiguresInOrder { get; }

    internal RowLayout Layout { get; }

    /// <summary>Whether awards of a field can change while none of its rows moves.</summary>
    internal bool AwardsLookOutside { get; }

    /// <summary>What is in the accounts after a stage, in the order of the definitions.</summary>
    internal ImmutableArray<Node<Row>> Accounts { get; }

    /// <summary>The rulebook over the results of the stages; null: there is none.</summary>
    public CompiledRulebook? Series { get; private init; }

    internal ImmutableArray<Wave> Waves { get; }

    /// <summary>Whether some column looks at the cohort of this one.</summary>
    internal bool HasCohort(int column) => _hasCohort[column];

    /// <summary>Where a fold set stands in <see cref="FoldSets"/>; null when the rulebook does not fold it.</summary>
    internal int? PositionOf(string foldHash)
    {
        for (var i = 0; i < FoldSets.Length; i++)
        {
            if (string.Equals(FoldSets[i].Hash, foldHash, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>
    /// The compiled rulebook, or null when a diagnostic is an error. All mistakes found are reported, in
    /// order of place.
    /// </summary>
    public static (CompiledRulebook? Rulebook, ImmutableArray<Diagnostic> Diagnostics) Compile(RulebookDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new Findings(definition.Text);
        new RulebookChecks(definition, findings).Run();
        new AdjustmentChecks(definition, findings).Run();
        new CarryChecks(definition, findings).Run();
        new AccountChecks(definition, findings).Run();
        new GradeChecks(definition, findings).Run();
        new AwardChecks(definition, findings).Run();
        new FieldFormulaChecks(definition, findings).Run();
        AwardOrder.Check(definition, findings);

        var symbols = new RulebookSymbols(definition, findings);
        var text = new FoldText(symbols);
        var folds = new FoldPlans(symbols, text, new InputCompiler(symbols, text, findings).Compile());
        var figures = new FigureCompiler(symbols, folds, findings).Compile();
        var columns = new ColumnCompiler(symbols, folds, figures, findings).Compile();
        var foldSets = folds.Complete(findings);

        if (definition.Series is not { } over)
        {
            return findings.AnyError
                ? (null, findings.InOrder())
                : (new CompiledRulebook(definition, foldSets, figures, columns), findings.InOrder());
        }

        var (series, mistakes) = Compile(over);
        ImmutableArray<Diagnostic> all = [.. findings.InOrder(), .. mistakes];
        return findings.AnyError || series is null
            ? (null, all)
            : (new CompiledRulebook(definition, foldSets, figures, columns) { Series = series }, all);
    }
}
