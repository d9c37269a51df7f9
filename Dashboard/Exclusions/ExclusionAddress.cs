using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Exclusions;

/// <summary>Addresses of the pages about stretches that are not to count.</summary>
public static class ExclusionAddress
{
    public const string ListPath = "/entry/exclusions";

    public static string Exclusions(this ReaderLanguage words, ShiftId shift) => words.Link($"{ListPath}/{shift}");
}
