using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Certifications;

/// <summary>What a verdict must keep, the book being what was recorded before it.</summary>
internal static class CertificationRules
{
    private const int MaxTextLength = 2_000;

    public static IEnumerable<Refusal> Check(
        CertificationLine line, string field, CertificationId total, PlantBook book)
    {
        foreach (var refusal in RegisterRules.CheckPeriod(total.Period, "period"))
        {
            yield return refusal;
        }

        if (!RegisterRules.IsKnown(total.Subject, book))
        {
            yield return LineRefusals.Unknown("subject", "subject", total.Subject.ToString());
        }

        if (book.Measure(total.Measure, total.Period.Start) is not { } measure)
        {
            yield return LineRefusals.Unknown("measure", "measure", total.Measure.Value);
        }
        else if (!measure.Certifiers.Contains(line.Department))
        {
            yield return NoCertifier(field, line, measure);
        }

        if (line is RevokedLine && !book.VerdictsOn(total).ContainsKey(line.Department))
        {
            yield return NothingToRevoke(field, line, total);
        }

        if (!IsText(line))
        {
            yield return TextBroken(field, line);
        }
    }

    /// <summary>Nobody certifies a figure that the same person entered.</summary>
    /// <param name="own">Sheets on which whoever gives the verdict entered figures of the total.</param>
    public static IEnumerable<Refusal> CheckHand(
        CertificationLine line, string field, CertificationId total, IReadOnlyList<StreamId> own) =>
        line is AcceptedLine && own.Count > 0
            ? [new Refusal(
                "own-figure", field,
                $"You entered figures of {total} yourself, on {own[0]} among others. Somebody else of '{line.Department}' certifies it.")]
            : [];

    private static bool IsText(CertificationLine line) => line switch
    {
        AcceptedLine { Opinion: null } => true,
        AcceptedLine accepted => IsText(accepted.Opinion),
        RevokedLine revoked => IsText(revoked.Reason),
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no verdict."),
    };

    private static bool IsText(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxTextLength &&
        !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));

    private static Refusal NoCertifier(string field, CertificationLine line, MeasureLine measure) =>
        new("no-certifier", $"{field}.department",
            measure.Certifiers.Count == 0
                ? $"'{measure.Measure}' is certified by nobody. Name its certifiers in the register first."
                : $"'{line.Department}' does not certify '{measure.Measure}'; that is for {string.Join(", ", measure.Certifiers)}.");

    private static Refusal NothingToRevoke(string field, CertificationLine line, CertificationId total) =>
        new("nothing-to-revoke", $"{field}.department", $"'{line.Department}' has no verdict on {total} that it could revoke.");

    private static Refusal TextBroken(string field, CertificationLine line) =>
        new("text-missing", line is RevokedLine ? $"{field}.reason" : $"{field}.opinion",
            $"A revocation needs a reason; it and an opinion have at most {MaxTextLength} characters, without control characters.");
}
