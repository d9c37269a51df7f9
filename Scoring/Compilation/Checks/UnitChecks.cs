namespace Ganchao.Scoring;

/// <summary>Tonnes that are added to yuan, or compared with hours: mostly a slip, sometimes meant; so a warning.</summary>
internal sealed class UnitChecks(RulebookDefinition book, Findings findings)
{
    private readonly Dictionary<string, Unit?> _names = book.Inputs
        .Select(static input => (input.Name, Unit: Unit.Parse(input.Unit)))
        .Concat(book.Constants.Select(static constant => (constant.Name, Unit: Unit.Parse(constant.Unit))))
        .DistinctBy(static named => named.Name)
        .ToDictionary(static named => named.Name, static named => named.Unit, StringComparer.Ordinal);

    private readonly Dictionary<string, Unit?> _values = book.Indicators
        .DistinctBy(static indicator => indicator.Id)
        .ToDictionary(static indicator => indicator.Id, static indicator => Unit.Parse(indicator.Unit), StringComparer.Ordinal);

    public void Run()
    {
        foreach (var input in book.Inputs)
        {
            CheckStated(input.Formula, input.Unit);
        }

        foreach (var indicator in book.Indicators)
        {
            CheckStated(indicator.Value.Formula, indicator.Unit);
            Check(indicator.Points?.Formula, indicator);
        }

        foreach (var formula in Others())
        {
            Check(formula);
        }
    }

    private IEnumerable<Formula?> Others() =>
        book.Gates.Select(static gate => gate.When)
            .Concat(book.Eligibility.Select(static rule => rule.Formula))
            .Concat(book.Grades.Select(static grade => grade.When!))
            .Concat(book.Awards.SelectMany(static award => new[] { award.When!, award.Weight!, award.Money! }))
            .Concat(book.Awards.SelectMany(static award => award.By.Select(static key => key.Formula)))
            .Concat(book.Ranking.By.Select(static key => key.Formula))
            .Append(book.Total.Formula!);

    private Unit? Check(Formula? formula, IndicatorDefinition? indicator = null)
    {
        if (formula is null)
        {
            return null;
        }

        Unit? UnitOf(string name) => name == "value" && indicator is not null
            ? _values[indicator.Id]
            : _names.GetValueOrDefault(name);

        return new FormulaUnits(
            UnitOf, id => _values.GetValueOrDefault(id), (at, one, other) => Warn(formula, at, one, other)).Of(formula.Root);
    }

    private void CheckStated(Formula? formula, string stated)
    {
        if (formula is not null && Check(formula) is { } found && Unit.Parse(stated) is { } unit && !found.Equals(unit))
        {
            Warn(formula, formula.Root, unit, found);
        }
    }

    private void Warn(Formula formula, Expr at, Unit one, Unit other) => findings.Warning(
        "units-differ",
        FormulaText.PlaceOf(formula.Text, at.Start, formula.Place),
        $"单位不同:{one} 与 {other};请换算(乘以换算数)、改正单位,或在发布时写明接受。",
        $"The units differ: {one} and {other}; convert one (times a number), correct the unit, or accept this when publishing.");
}
