namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Why a score job gives no standing, or what in it counts for nothing: the job file, the rulebook or one of its CSV files.
/// </summary>
/// <param name="File">As the job names it; empty for the job file itself.</param>
public sealed record JobProblem(string File, Diagnostic Diagnostic)
{
    public override string ToString() => Text(inChinese: false);

    public string Text(bool inChinese) =>
        File.Length == 0 ? Diagnostic.Text(inChinese) : $"{File}:{Diagnostic.Text(inChinese)}";
}
