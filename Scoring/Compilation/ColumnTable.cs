namespace Ganchao.Scoring;

/// <summary>The columns of a rulebook while it is compiled.</summary>
/// <param name="planned">Names of all columns that the rulebook declares, built or not yet.</param>
internal sealed class ColumnTable(IReadOnlySet<string> planned)
{
    private readonly List<Column> _columns = [];
    private readonly Dictionary<string, Column> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>Conditions of awards that ask for other awards: they are known once those are given.</summary>
    public Dictionary<string, Node<Row>> Late { get; } = new(StringComparer.Ordinal);

    /// <summary>What is in the accounts once awards are given, in the rulebook's order.</summary>
    public List<Node<Row>> Accounts { get; } = [];

    /// <summary>Columns that late conditions and accounts look at in other entrants; no column need look at them.</summary>
    public HashSet<int> SeenLate { get; } = [];

    /// <summary>Whether a late condition can turn while no row of its field moves: by the date, by other fields.</summary>
    public bool LooksOutsideLate { get; private set; }

    /// <summary>The condition of an award that asks for awards.</summary>
    public void AddLate(string award, Node<Row> condition, ColumnFormulaBuilder builder)
    {
        Late[award] = condition;
        SeenLate.UnionWith(builder.Cohorts);
        LooksOutsideLate |= builder.IsDated || builder.Elsewhere.Count > 0;
    }

    public void AddAccount(Node<Row> balance, ColumnFormulaBuilder builder)
    {
        Accounts.Add(balance);
        SeenLate.UnionWith(builder.Cohorts);
    }

    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    public bool IsPlanned(string name) => planned.Contains(name);

    public Column Add(string name, Node<Row> root, ColumnFormulaBuilder builder)
    {
        var column = new Column(
            _columns.Count, name, root, [.. builder.Cohorts], [.. builder.Elsewhere], builder.IsDated);
        _columns.Add(column);
        _byName[name] = column;
        return column;
    }

    /// <summary>
    /// A column for the term of a cohort function; equal terms share it, and one that is a column needs no other.
    /// </summary>
    public int Anonymous(Expr expr, Node<Row> root, ColumnFormulaBuilder builder, IndicatorDefinition? indicator) =>
        root is ColumnNode column ? column.Position : Anonymous("cohort", expr, root, builder, indicator);

    /// <summary>A column of how far each is off in a <c>closest</c>, which is not the column of who is closest.</summary>
    public int Distance(CallExpr closest, Node<Row> root, ColumnFormulaBuilder builder, IndicatorDefinition? indicator) =>
        Anonymous("distance", closest, root, builder, indicator);

    private int Anonymous(
        string what, Expr expr, Node<Row> root, ColumnFormulaBuilder builder, IndicatorDefinition? indicator)
    {
        var owner = expr.Names().Any(static name => name is "value" or "base") ? indicator?.Id : "";
        var key = $"{what} {ExprText.Of(expr)} {owner}".TrimEnd();
        return (Find(key) ?? Add(key, root, builder)).Position;
    }

    public Note Suggestion(string name)
    {
        var meant = Nearest.To(name, planned);
        return meant is null ? Note.None : new Note($"是否指 {meant}?", $" Did you mean {meant}?");
    }
}
