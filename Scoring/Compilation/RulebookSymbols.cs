namespace Ganchao.Scoring;

/// <summary>
/// What the names of a rulebook stand for. Inputs, constants and figures share one space of names; ids of columns
/// have their own.
/// </summary>
internal sealed class RulebookSymbols
{
    private static readonly HashSet<string> Reserved =
        new(StringComparer.Ordinal) { "value", "base", "total", "asOf", "eligible", "size", "stageNumber", "stageOfYear", "rowDate", "occurrence" };

    private readonly Dictionary<string, int> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _figures = new(StringComparer.Ordinal);

    public RulebookSymbols(RulebookDefinition definition, Findings findings)
    {
        Definition = definition;
        for (var i = 0; i < definition.Inputs.Length; i++)
        {
            var input = definition.Inputs[i];
            RefuseReserved(input.Name, input.Place, findings);
            _inputs[input.Name] = i;
        }

        foreach (var constant in definition.Constants)
        {
            RefuseReserved(constant.Name, constant.Place, findings);
            if (_inputs.ContainsKey(constant.Name))
            {
                findings.Error(
                    "name-used-twice",
                    constant.Place,
                    $"{constant.Name} 既是数据又是常数:请改其中一个名称。",
                    $"{constant.Name} is both an input and a constant; rename one of them.");
            }

            _constants[constant.Name] = constant.Value;
        }

        for (var i = 0; i < definition.Figures.Length; i++)
        {
            var figure = definition.Figures[i];
            RefuseReserved(figure.Name, figure.Place, findings);
            if (_inputs.ContainsKey(figure.Name) || _constants.ContainsKey(figure.Name))
            {
                findings.Error(
                    "name-used-twice",
                    figure.Place,
                    $"{figure.Name} 已是数据或常数的名称:请改其中一个。",
                    $"{figure.Name} is the name of an input or constant already; rename one of them.");
            }

            _figures[figure.Name] = i;
        }
    }

    public RulebookDefinition Definition { get; }

    public IEnumerable<string> Names => _inputs.Keys.Concat(_constants.Keys).Concat(_figures.Keys);

    public int? Input(string name) => _inputs.TryGetValue(name, out var position) ? position : null;

    public decimal? Constant(string name) => _constants.TryGetValue(name, out var value) ? value : null;

    /// <summary>The position of a figure by occasion.</summary>
    public int? Figure(string name) => _figures.TryGetValue(name, out var position) ? position : null;

    /// <summary>Whether the language itself gives the name a meaning.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    private static void RefuseReserved(string name, TextPlace place, Findings findings)
    {
        if (IsReserved(name))
        {
            findings.Error(
                "name-reserved",
                place,
                $"{name} 是语言自用的词:请换一个名称。",
                $"{name} is a word of the language; choose another name.");
        }
    }
}
