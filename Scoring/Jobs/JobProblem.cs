namespace Ganchao.Scoring.Jobs;

/// <summary>Why a score job gives no standing: the job file, the rulebook or one of its CSV files.</summary>
/// <param name="File">As the job names it; empty for the job file itself.</param>
public sealed record JobProblem(string File, Diagnostic Diagnostic)
{
    public override string ToString() => File.Length == 0 ? $"{Diagnostic}" : $"{File}:{Diagnostic}";
}
