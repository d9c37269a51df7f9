using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Interfaces.Sheets;

namespace Ganchao.Grains.Sheets;

/// <summary>When a shift's sheet may say that there is nothing to report (无事可报).</summary>
internal static class NothingRules
{
    public static NothingReported EventOf(NothingForm form) =>
        new(form.Way is null or EntryWay.NotSet ? EntryWay.Ordinary : form.Way.Value, form.For, form.DeviceAt);

    public static IEnumerable<Refusal> Check(NothingForm form, Sheet sheet, SheetKey key)
    {
        if (form.Id == Guid.Empty)
        {
            yield return new Refusal("id-missing", "id", "The entry has no id. Make a UUIDv7 and keep it over retries.");
        }
        else if (sheet.Recorded(form.Id) is not null || sheet.HasOther(form.Id))
        {
            yield return IdTaken(form.Id);
        }

        if (form.Way is { } way && !Enum.IsDefined(way))
        {
            yield return new Refusal("way-unknown", "way", "That is no way in which an entry comes about.");
        }

        if (sheet.SaysNothing)
        {
            yield return new Refusal("nothing-reported", "sheet", $"{key} says already that there is nothing to report.");
        }
        else if (sheet.Lines.FirstOrDefault(line => !line.IsVoid) is { } line)
        {
            yield return new Refusal(
                "sheet-not-empty", "sheet",
                $"{key} holds figures, of '{line.Cell.Measure}' among others. Void what is wrong before it can say nothing.");
        }

        if (sheet.IsSignedOff && EventOf(form).Way == EntryWay.Ordinary)
        {
            yield return SheetRefusals.SignedOff("way", key);
        }
    }

    public static Refusal IdTaken(Guid id) =>
        new("id-taken", "id", $"{id} stands for something else on this sheet. Give the entry an id of its own.");
}
