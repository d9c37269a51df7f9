namespace Ganchao.Scoring;

/// <summary>Writes the line of a standing from the columns of one entrant, its place still open.</summary>
internal sealed class RowScribe(CompiledRulebook rulebook)
{
    private readonly RowLayout _layout = rulebook.Layout;

    public StandingRow Write(Row row)
    {
        var eligibility =
            ValueList.Of(_layout.Eligibility.Select(rule => new EligibilityFinding(rule.Id, row.Column(rule.Column))));
        return new StandingRow
        {
            Entrant = row.Entrant.Id,
            Division = row.Entrant.Division,
            Guest = row.Entrant.Guest,
            Total = row.Column(_layout.Total),
            Keys = ValueList.Of(_layout.Keys.Select(key => Compared(row.Column(key)))),
            Indicators = ValueList.Of(_layout.Indicators.Select(indicator => Write(row, indicator))),
            Sections = ValueList.Of(_layout.Sections.Select(section => new SectionScore(section.Id, row.Column(section.Column)))),
            Gates = ValueList.Of(_layout.Gates.Select(gate => new GateFinding(gate.Gate.Id, VerdictOf(row.Column(gate.Column))))
                .Where(static finding => finding.Fired != Verdict.No)),
            Eligibility = eligibility,
            Eligible = All(eligibility),
            GradeGiven = _layout.Grade is { } grade ? GradeOf(row.Column(grade)) : GradeFinding.None,
            Award = ClearanceOf(row, GateScope.Award),
            Grade = ClearanceOf(row, GateScope.Grade),
            Rating = ClearanceOf(row, GateScope.Rating),
        };
    }

    private static IndicatorScore Write(Row row, IndicatorColumns columns)
    {
        var computed = row.Column(columns.Computed);
        var mark = computed.IsNumber ? "" : EffectNode.EffectOf(columns.Indicator, computed).Mark;
        return new IndicatorScore(columns.Indicator.Id, row.Column(columns.Value), row.Column(columns.Points), mark);
    }

    private GradeFinding GradeOf(Result grade) => !grade.IsNumber ? new GradeFinding("", grade.Reason)
        : grade.Number == 0m ? GradeFinding.None
        : new GradeFinding(_layout.Grades[(int)grade.Number - 1].Id, NaReason.None);

    private Clearance ClearanceOf(Row row, GateScope scope) => _layout.Gates
        .Where(gate => VerdictOf(row.Column(gate.Column)) == Verdict.Yes)
        .SelectMany(static gate => gate.Gate.Effects)
        .Where(effect => effect.Scope == scope)
        .Select(static effect => effect.Action == GateAction.Exclude ? Clearance.Excluded : Clearance.Held)
        .Append(Clearance.Open)
        .Max();

    private static Verdict All(ValueList<EligibilityFinding> findings) =>
        findings.Any(static finding => VerdictOf(finding.Met) == Verdict.No) ? Verdict.No
        : findings.Any(static finding => VerdictOf(finding.Met) == Verdict.Unknown) ? Verdict.Unknown
        : Verdict.Yes;

    private static Verdict VerdictOf(Result result) =>
        !result.IsNumber ? Verdict.Unknown : result.Number != 0m ? Verdict.Yes : Verdict.No;

    private static Result Compared(Result key) => key.IsNumber ? Result.Of(Exact.Compared(key.Number)) : key;
}
