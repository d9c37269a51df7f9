using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Sheets;

/// <summary>What the attributes of an entry must keep: few, plainly written, and declared by its measure.</summary>
internal static class TagRules
{
    public const int MaxTags = 8;
    public const int MaxValueLength = 64;

    public static IEnumerable<Refusal> Check(EntryForm form, string field, MeasureLine measure)
    {
        if (form.Tags is not { } tags)
        {
            return [];
        }

        return tags.Count > MaxTags
            ? [SheetRefusals.TooManyTags(field, tags.Count, MaxTags)]
            : tags.Select(tag => Check(tag.Key, tag.Value, field, measure)).OfType<Refusal>();
    }

    /// <summary>Whether a value can be written into a fact; null comes from JSON that nobody declared.</summary>
    public static bool IsValue(string? value) =>
        value is { Length: > 0 and <= MaxValueLength } && !value.Any(char.IsControl);

    private static Refusal? Check(string name, string? value, string field, MeasureLine measure) =>
        !IdText.IsValid(name) || !IsValue(value) ? SheetRefusals.TagWrong(field, name)
        : measure.Attributes?.GetValueOrDefault(name) is not { } allowed ? SheetRefusals.TagUnknown(field, name, measure)
        : allowed.Count > 0 && !allowed.Contains(value!) ? SheetRefusals.TagNotAllowed(field, name, value!, measure)
        : null;
}
