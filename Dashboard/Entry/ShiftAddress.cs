using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Dashboard.Entry;

/// <summary>Addresses of the entry pages.</summary>
public static class ShiftAddress
{
    /// <summary>The sheet's history is found under this, with the shift's text behind.</summary>
    public const string HistoryPath = "/entry/history";

    /// <summary>Null where a part of the address can be none.</summary>
    public static ShiftId? Parse(string plant, string team, string date, string kind) =>
        IdText.IsValid(plant) && IdText.IsValid(team) && IdText.IsValid(kind) &&
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ShiftId(new PlantId(plant), new UnitId(team), day, new ShiftKind(kind))
            : null;

    public static string Form(this ReaderLanguage words, ShiftId shift) => words.Link($"/entry/{shift}");

    public static string History(this ReaderLanguage words, ShiftId shift) => words.Link($"{HistoryPath}/{shift}");

    public static string SignOff(this ReaderLanguage words, ShiftId shift) => words.Link($"/entry/sign-off/{shift}");

    /// <summary>The hours of those who worked for the team.</summary>
    public static string Crew(this ReaderLanguage words, ShiftId shift) => words.Link($"/entry/crew/{shift}");

    public static string Nothing(this ReaderLanguage words, ShiftId shift) => words.Link($"/entry/nothing/{shift}");

    public static string Correction(this ReaderLanguage words, ShiftId shift, Guid entry) =>
        words.Link($"/entry/correct/{shift}/{entry}");

    public static string Evidence(this ReaderLanguage words, ShiftId shift, Guid entry) =>
        words.Link($"/entry/evidence/{shift}/{entry}");

    public static string Receipt(this ReaderLanguage words, ShiftId shift, string receipt) =>
        words.Link($"/entry/receipt/{shift}/{receipt}");
}
