using System.Runtime.InteropServices;

namespace Ganchao.Silo.Ledger;

/// <summary>The array behind a memory where it is that array whole, else a copy: drivers take arrays.</summary>
internal static class ExactBytes
{
    public static byte[] Of(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : memory.ToArray();
}
