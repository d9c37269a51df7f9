using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A rulebook with every name resolved, every kind checked and every sub-expression placed on its level. Immutable.</summary>
public sealed class CompiledRulebook
{
    private CompiledRulebook(RulebookDefinition definition, ImmutableArray<FoldSet> foldSets, IReadOnlyList<Column> columns)
    {
        Definition = definition;
        FoldSets = foldSets;
        Columns = columns;
        Layout = new RowLayout(definition, columns);
    }

    public RulebookDefinition Definition { get; }

    /// <summary>Names this exact text; a standing carries it.</summary>
    public string Hash => Definition.Hash;

    /// <summary>What is folded from facts, one set per window.</summary>
    public ImmutableArray<FoldSet> FoldSets { get; }

    internal IReadOnlyList<Column> Columns { get; }

    internal RowLayout Layout { get; }

    /// <summary>The compiled rulebook, or null when a diagnostic is an error. All mistakes found are reported, in order of place.</summary>
    public static (CompiledRulebook? Rulebook, ImmutableArray<Diagnostic> Diagnostics) Compile(RulebookDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new Findings(definition.Text);
        new RulebookChecks(definition, findings).Run();

        var symbols = new RulebookSymbols(definition, findings);
        var text = new FoldText(symbols);
        var folds = new FoldPlans(symbols, text, new InputCompiler(symbols, text, findings).Compile());
        var columns = new ColumnCompiler(symbols, folds, findings).Compile();
        var foldSets = folds.Complete(findings);

        return findings.AnyError
            ? (null, findings.InOrder())
            : (new CompiledRulebook(definition, foldSets, columns.Columns), findings.InOrder());
    }
}
