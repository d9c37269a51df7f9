namespace Ganchao.Scoring.Jobs;

/// <summary>A file of a score job that cannot be read: which one, where, why. Never leaves this folder.</summary>
internal sealed class JobRefusedException(string file, TextPlace place, string zh, string en) : Exception(en)
{
    public JobProblem Problem { get; } = new(file, new Diagnostic("score-job", Severity.Error, place, zh, en));
}
