using System.Globalization;
using Ganchao.Silo.Import.Sending;

namespace Ganchao.Silo.Import;

/// <summary>What the person who imports reads: each bad line with its number and reason, then the sums.</summary>
internal sealed class ImportReport(TextWriter output, ImportLanguage language)
{
    public void Write(ImportResult result, ImportChoices choices)
    {
        foreach (var warned in result.Warned.OrderBy(w => w.Place.File, StringComparer.Ordinal).ThenBy(w => w.Place.Line))
        {
            var text = new Said($"提醒 {warned.Warning.Message}", $"warning: {warned.Warning.Message}");
            WriteLine(warned.Place, warned.Column, text, warned.Warning.Rule);
        }

        foreach (var bad in result.Bad.OrderBy(b => b.Place.File, StringComparer.Ordinal).ThenBy(b => b.Place.Line))
        {
            WriteLine(bad.Place, bad.Column, bad.Message, bad.Rule);
        }

        output.WriteLine(Sums(result).In(language));
        output.WriteLine(End(result, choices).In(language));
    }

    private void WriteLine(LinePlace place, string? column, Said message, string rule)
    {
        var where = column is null ? "" : $" {column}:";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{place.File}:{place.Line}:{where} {message.In(language)} [{rule}]"));
    }

    private static Said Sums(ImportResult result)
    {
        var bad = result.Bad.Select(b => b.Place).Distinct().Count();
        return new Said(
            $"数据行 {N(result.Rows)} · 新记 {N(result.Recorded)} 条(其中更正 {N(result.Corrections)} 条,填报表 {N(result.Sheets)} 张)" +
            $" · 已有 {N(result.AlreadyRecorded)} 条 · 提醒 {N(result.Warned.Count)} 条 · 坏行 {N(bad)} 行",
            $"{N(result.Rows)} rows · {N(result.Recorded)} new lines ({N(result.Corrections)} corrections, " +
            $"{N(result.Sheets)} sheets)" +
            $" · {N(result.AlreadyRecorded)} there before · {N(result.Warned.Count)} warnings · {N(bad)} bad lines");
    }

    private static Said End(ImportResult result, ImportChoices choices) => (result.Sent, choices.Commit) switch
    {
        (true, _) when result.Bad.Count > 0 => new Said("已发送;上面的坏行没有记入。", "Sent; the bad lines above were not stored."),
        (true, _) => new Said("已全部记入。", "All is stored."),
        (false, true) => new Said(
            "有坏行,数据没有发送。改好再来,或用 --skip-bad 只发好的行。",
            "There are bad lines, so no figures were sent. Repair them, or send the good lines with --skip-bad."),
        (false, false) when result.Unchecked > 0 => new Said(
            $"试运行,什么也没有记入。有 {N(result.Unchecked)} 行用到本次才登记的班组、指标等,发送登记内容后才能检查。用 --commit 发送。",
            $"Dry run, nothing was stored. {N(result.Unchecked)} lines name teams, measures … that this run " +
            $"itself adds: they are " +
            "checked after those are sent and before any figure is. Send with --commit."),
        (false, false) => new Said(
            "试运行,什么也没有记入。用 --commit 发送。", "Dry run, nothing was stored. Send with --commit."),
    };

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
