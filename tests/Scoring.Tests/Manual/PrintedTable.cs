using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>What <c>score</c> prints, of it the columns and the stage that the manual shows.</summary>
internal static class PrintedTable
{
    private const string Heading = "csv result";

    /// <param name="shown">Its first line names the columns.</param>
    /// <param name="heading"><c>csv result</c>, and if wanted a stage, <c>*</c> or <c>series</c>.</param>
    public static string Like(string shown, string heading, ScoreRun run)
    {
        var stage = heading[Heading.Length..].Trim();
        var table = Read(stage == "series" ? Series(run) : Jobs.SmallJob.Csv(run));
        var columns = shown.Split('\n')[0].Split(',').Select(column => (Name: column, At: table.Need(column))).ToList();
        var rows = table.Rows.Where(row => stage is "" or "series" || row.Fields[table.Need("stage")] == stage);
        return string.Join('\n', rows
            .Select(row => string.Join(',', columns.Select(column => row.Fields[column.At])))
            .Prepend(string.Join(',', columns.Select(static column => column.Name))));
    }

    private static string Series(ScoreRun run)
    {
        var csv = new StringWriter();
        StandingCsv.WriteSeries(run, csv);
        return csv.ToString();
    }

    private static Table Read(string csv) => CsvReader.Read("printed", new StringReader(csv));
}
