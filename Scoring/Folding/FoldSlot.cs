namespace Ganchao.Scoring;

/// <summary>A place in the accumulators. Its index is known when all folds of the window are.</summary>
internal abstract class FoldSlot(string canonical)
{
    /// <summary>Content in one spelling: equal content shares a slot, and the fold set's hash covers it.</summary>
    public string Canonical => canonical;

    public int Index { get; set; }
}
