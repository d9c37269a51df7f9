using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Certifications;

/// <summary>
/// The total that is certified: a measure of a subject over a period, written
/// <c>plant/output/team/t07/2026-03-01/2026-04-01</c>; the second date is the first one after the period.
/// </summary>
public readonly record struct CertificationId(PlantId Plant, MeasureCode Measure, SubjectId Subject, DateRange Period)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The part after the plant: the key of its stream.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Measure}/{Subject}/{Period.Start:yyyy-MM-dd}/{Period.End:yyyy-MM-dd}");

    /// <exception cref="FormatException">The text is not plant/measure/kind/subject/start/end.</exception>
    public static CertificationId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == 6 &&
            SubjectId.TryParse($"{parts[2]}/{parts[3]}", null, out var subject) &&
            TryDate(parts[4], out var start) &&
            TryDate(parts[5], out var end)
            ? new CertificationId(
                new PlantId(parts[0]), new MeasureCode(parts[1]), subject, new DateRange(start, end))
            : throw new FormatException(
                $"'{text}' is no certification: write plant/measure/kind/subject/yyyy-MM-dd/yyyy-MM-dd.");
    }

    public override string ToString() => $"{Plant}/{Key}";

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
