using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Writes the line of a standing from the columns of one entrant, its place still open.</summary>
internal sealed class RowScribe(CompiledRulebook rulebook)
{
    private readonly RowLayout _layout = rulebook.Layout;

    public RowFigures Write(Entrant entrant, RowVector row)
    {
        var eligibility = Each(_layout.Eligibility, rule => new EligibilityFinding(rule.Id, row[rule.Column]));
        return new RowFigures
        {
            Entrant = entrant.Id,
            Division = entrant.Division,
            Guest = entrant.Guest,
            Total = row[_layout.Total],
            Keys = Each(_layout.Keys, key => Compared(row[key])),
            Indicators = Each(_layout.Indicators, indicator => Write(row, indicator)),
            Sections = Each(_layout.Sections, section => new SectionScore(section.Id, row[section.Column])),
            Gates = _layout.Gates.IsEmpty ? ValueList<GateFinding>.Empty : Gates(row),
            Eligibility = eligibility,
            Eligible = All(eligibility),
            GradeGiven = _layout.Grade is { } grade ? GradeOf(row[grade]) : GradeFinding.None,
            Carries = Each(_layout.Carries, carry => new CarryResult(carry.Id, row[carry.Column])),
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

    private static IndicatorScore Write(RowVector row, IndicatorColumns columns)
    {
        var computed = row[columns.Computed];
        var isLeftOut = columns.Applies is { } applies && row[applies] == Result.Of(false);
        var mark = computed.IsNumber || isLeftOut ? "" : EffectNode.EffectOf(columns.Indicator, computed).Mark;
        return new IndicatorScore(columns.Indicator.Id, row[columns.Value], row[columns.Points], mark);
    }

    private ValueList<GateFinding> Gates(RowVector row) => ValueList.Of(_layout.Gates
        .Select(gate => new GateFinding(gate.Gate.Id, VerdictOf(row[gate.Column])))
        .Where(static finding => finding.Fired != Verdict.No));

    private GradeFinding GradeOf(Result grade) => !grade.IsNumber ? new GradeFinding("", grade.Reason)
        : grade.Number == 0m ? GradeFinding.None
        : new GradeFinding(_layout.Grades[(int)grade.Number - 1].Id, NaReason.None);

    private Clearance ClearanceOf(RowVector row, GateScope scope)
    {
        var clearance = Clearance.Open;
        foreach (var (gate, column) in _layout.Gates)
        {
            foreach (var effect in gate.Effects)
            {
                if (effect.Scope == scope && VerdictOf(row[column]) == Verdict.Yes)
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
