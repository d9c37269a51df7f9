using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Writes the line of a standing from the columns of one entrant, its place still open.</summary>
internal sealed class RowScribe(CompiledRulebook rulebook)
{
    private readonly RowLayout _layout = rulebook.Layout;

    public RowFigures Write(Row row)
    {
        var eligibility = Each(_layout.Eligibility, rule => new EligibilityFinding(rule.Id, row.Column(rule.Column)));
        return new RowFigures
        {
            Entrant = row.Entrant.Id,
            Division = row.Entrant.Division,
            Guest = row.Entrant.Guest,
            Total = row.Column(_layout.Total),
            Keys = Each(_layout.Keys, key => Compared(row.Column(key))),
            Indicators = Each(_layout.Indicators, indicator => Write(row, indicator)),
            Sections = Each(_layout.Sections, section => new SectionScore(section.Id, row.Column(section.Column))),
            Gates = _layout.Gates.IsEmpty ? ValueList<GateFinding>.Empty : Gates(row),
            Eligibility = eligibility,
            Eligible = All(eligibility),
            GradeGiven = _layout.Grade is { } grade ? GradeOf(row.Column(grade)) : GradeFinding.None,
            Award = ClearanceOf(row, GateScope.Award),
            Grade = ClearanceOf(row, GateScope.Grade),
            Rating = ClearanceOf(row, GateScope.Rating),
        };
    }

    private static ValueList<T> Each<TColumn, T>(ImmutableArray<TColumn> columns, Func<TColumn, T> write)
    {
        if (columns.IsEmpty)
        {
            return ValueList<T>.Empty;
        }

        var items = new T[columns.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = write(columns[i]);
        }

        return new ValueList<T>(items);
    }

    private static IndicatorScore Write(Row row, IndicatorColumns columns)
    {
        var computed = row.Column(columns.Computed);
        var mark = computed.IsNumber ? "" : EffectNode.EffectOf(columns.Indicator, computed).Mark;
        return new IndicatorScore(columns.Indicator.Id, row.Column(columns.Value), row.Column(columns.Points), mark);
    }

    private ValueList<GateFinding> Gates(Row row) => ValueList.Of(_layout.Gates
        .Select(gate => new GateFinding(gate.Gate.Id, VerdictOf(row.Column(gate.Column))))
        .Where(static finding => finding.Fired != Verdict.No));

    private GradeFinding GradeOf(Result grade) => !grade.IsNumber ? new GradeFinding("", grade.Reason)
        : grade.Number == 0m ? GradeFinding.None
        : new GradeFinding(_layout.Grades[(int)grade.Number - 1].Id, NaReason.None);

    private Clearance ClearanceOf(Row row, GateScope scope)
    {
        var clearance = Clearance.Open;
        foreach (var (gate, column) in _layout.Gates)
        {
            foreach (var effect in gate.Effects)
            {
                if (effect.Scope == scope && VerdictOf(row.Column(column)) == Verdict.Yes)
                {
                    var left = effect.Action == GateAction.Exclude ? Clearance.Excluded : Clearance.Held;
                    clearance = clearance > left ? clearance : left;
                }
            }
        }

        return clearance;
    }

    private static Verdict All(ValueList<EligibilityFinding> findings) =>
        findings.Any(static finding => VerdictOf(finding.Met) == Verdict.No) ? Verdict.No
        : findings.Any(static finding => VerdictOf(finding.Met) == Verdict.Unknown) ? Verdict.Unknown
        : Verdict.Yes;

    private static Verdict VerdictOf(Result result) =>
        !result.IsNumber ? Verdict.Unknown : result.Number != 0m ? Verdict.Yes : Verdict.No;

    private static Result Compared(Result key) => key.IsNumber ? Result.Of(Exact.Compared(key.Number)) : key;
}
