using System.Text.Json;
using Orleans.Storage;

namespace Ganchao.Silo.Ledger;

/// <summary>Grain snapshots as plain JSON: readable in SQL, without type names. Fixed before the first row was written.</summary>
internal sealed class JsonGrainStorageSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

    public T Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return JsonSerializer.Deserialize<T>(input)!;
    }
}
