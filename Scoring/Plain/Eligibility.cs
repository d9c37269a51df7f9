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

    /// <summary>As <c>eligible</c> in a formula: yes, no, or n/a with the reason of the first rule that is.</summary>
    public Result All(Scored entrant)
    {
        var findings = Findings(entrant);
        return Of(findings) == Verdict.No
            ? Result.Of(false)
            : findings.Select(static finding => finding.Met).FirstOrDefault(static met => !met.IsNumber, Result.Of(true));
    }

    public static Verdict Of(IReadOnlyList<EligibilityFinding> findings)
    {
        if (findings.Any(static finding => finding.Met == Result.Of(false)))
        {
            return Verdict.No;
        }

        return findings.Any(static finding => !finding.Met.IsNumber) ? Verdict.Unknown : Verdict.Yes;
    }
}
