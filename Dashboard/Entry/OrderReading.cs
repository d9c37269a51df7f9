namespace Ganchao.Dashboard.Entry;

/// <summary>What a scanned work order asks for; without fields there is no such order on that date.</summary>
/// <param name="Fields">The fields of its products, in the order to show them.</param>
/// <param name="Nearest">Numbers that read much like it; empty where it is known, or none does.</param>
public sealed record OrderReading(IReadOnlyList<EntryField> Fields, IReadOnlyList<string> Nearest);
