namespace Ganchao.Scoring.Plain;

/// <summary>Conditions for awards: met, not met, or not known yet.</summary>
internal sealed class Eligibility(Recount recount)
{
    public IReadOnlyList<EligibilityFinding> Findings(Scored entrant) =>
    [
        .. recount.Rulebook.Eligibility.Select(rule => new EligibilityFinding(
            rule.Id,
            Formulas.Evaluate(rule.Formula.Root, new EntrantSurroundings(recount, entrant, own: null)))),
    ];

    public static Verdict Of(IReadOnlyList<EligibilityFinding> findings)
    {
        if (findings.Any(static finding => finding.Met == Result.Of(false)))
        {
            return Verdict.No;
        }

        return findings.Any(static finding => !finding.Met.IsNumber) ? Verdict.Unknown : Verdict.Yes;
    }
}
