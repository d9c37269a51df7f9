namespace Ganchao.Scoring;

/// <summary>Tonnes that are added to yuan, or compared with hours: mostly a slip, sometimes meant; so a warning.</summary>
internal sealed class UnitChecks(RulebookDefinition book, Findings findings)
{
    private readonly Dictionary<string, PhysicalUnit?> _names = book.Inputs
        .Select(static input => (input.Name, Unit: PhysicalUnit.Parse(input.Unit)))
        .Concat(book.Constants.Select(static constant => (constant.Name, Unit: PhysicalUnit.Parse(constant.Unit))))
        .DistinctBy(static named => named.Name)
        .ToDictionary(static named => named.Name, static named => named.Unit, StringComparer.Ordinal);

    private readonly Dictionary<string, PhysicalUnit?> _values = book.Indicators
        .DistinctBy(static indicator => indicator.Id)
        .ToDictionary(
            static indicator => indicator.Id, static indicator => PhysicalUnit.Parse(indicator.Unit), StringComparer.Ordinal);

    public void Run()
    {
        foreach (var input in book.Inputs)
        {
            CheckStated(input.Formula, input.Unit);
        }

        FindUnitsOfFigures();
        foreach (var indicator in book.Indicators)
        {
            CheckStated(indicator.Value.Formula, indicator.Unit);
            Check(indicator.Points?.Formula, indicator);
        }

        var seen = book.Inputs.Select(static input => input.Formula)
            .Concat(book.Figures.Select(static figure => figure.Figure.Formula))
            .Concat(book.Indicators.SelectMany(static one => new[] { one.Value.Formula, one.Points?.Formula }))
            .ToHashSet<Formula?>(ReferenceEqualityComparer.Instance);
        foreach (var formula in book.Formulas().Where(formula => !seen.Contains(formula)))
        {
            Check(formula);
        }
    }

    /// <summary>A figure by occasion has the unit of its formula; of those in a circle nothing is known.</summary>
    private void FindUnitsOfFigures()
    {
        foreach (var figure in FigureNames.InOrder(book.Figures))
        {
            var unit = Check(figure.Figure.Formula);
            _names.TryAdd(figure.Name, unit);
        }
    }

    private PhysicalUnit? Check(Formula? formula, IndicatorDefinition? indicator = null)
    {
        if (formula is null)
        {
            return null;
        }

        PhysicalUnit? UnitOf(string name) => name == "value" && indicator is not null
            ? _values[indicator.Id]
            : _names.GetValueOrDefault(name);

        return new FormulaUnits(
            UnitOf, id => _values.GetValueOrDefault(id), (at, one, other) => Warn(formula, at, one, other)).Of(formula.Root);
    }

    private void CheckStated(Formula? formula, string stated)
    {
        if (formula is not null && Check(formula) is { } found && PhysicalUnit.Parse(stated) is { } unit && !found.Equals(unit))
        {
            Warn(formula, formula.Root, unit, found);
        }
    }

    private void Warn(Formula formula, Expr at, PhysicalUnit one, PhysicalUnit other) => findings.Warning(
        "units-differ",
        FormulaText.PlaceOf(formula.Text, at.Start, formula.Place),
        $"单位不同:{one} 与 {other};请换算(乘以换算数)、改正单位,或在发布时写明接受。",
        $"The units differ: {one} and {other}; convert one (times a number), correct the unit, or accept this when publishing.");
}
