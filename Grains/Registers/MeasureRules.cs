using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Sheets;

namespace Ganchao.Grains.Registers;

/// <summary>What a measure's attributes and certifiers must keep.</summary>
internal static class MeasureRules
{
    private const int MaxAttributes = 32;
    private const int MaxValues = 200;

    public static IEnumerable<Refusal> CheckAttributes(MeasureLine line, string field) =>
        line.Attributes is { } attributes &&
        (attributes.Count > MaxAttributes || attributes.Any(attribute => !IsDeclaration(attribute.Key, attribute.Value)))
            ? [LineRefusals.AttributesWrong(field, line.Measure)]
            : [];

    public static IEnumerable<Refusal> CheckCertifiers(MeasureLine line, string field, PlantBook book)
    {
        foreach (var department in line.Certifiers.Where(unit => book.Organisation.Last(unit) is null))
        {
            yield return LineRefusals.UnitUnknown($"{field}.certifiers", department, line.From);
        }

        if (line.Certifiers.Distinct().Count() < line.Certifiers.Count)
        {
            yield return LineRefusals.CertifierTwice(field, line.Measure);
        }
    }

    private static bool IsDeclaration(string name, IReadOnlyList<string>? values) =>
        IdText.IsValid(name) && values is { Count: <= MaxValues } && values.All(TagRules.IsValue);
}
