using Ganchao.Scoring;

namespace Ganchao.Dashboard.Explanations;

/// <summary>The steps as people read them.</summary>
internal static class StepTree
{
    /// <summary>
    /// The same tree where a step and its only part are one formula with one result as one step: what the part says and holds is
    /// the step's.
    /// </summary>
    public static Explanation Joined(Explanation step)
    {
        var parts = ValueList.Of(step.Parts.Select(Joined));
        return parts is [{ } only] && only.Formula == step.Formula && only.Result == step.Result && step.Entries.Count == 0
            ? step with { Parts = only.Parts, Entries = only.Entries, Note = step.Note == Note.None ? only.Note : step.Note }
            : step with { Parts = parts };
    }
}
