using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// The event types of the ledger, their versions and their bytes. A type or version that is not in this table stops
/// the reader: it is never skipped.
/// </summary>
public static class EventCodec
{
    public const int Version = 1;

    private static readonly FrozenDictionary<Type, string> NameByType = Names().ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> TypeByName =
        NameByType.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string NameOf(object payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return NameByType[payload.GetType()];
    }

    /// <summary>The canonical bytes, as the ledger stores and hashes them.</summary>
    public static byte[] Encode(object payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return JsonSerializer.SerializeToUtf8Bytes(payload, payload.GetType(), GanchaoJson.Options);
    }

    /// <exception cref="UnknownEventException">This release does not know the event's type or version.</exception>
    public static object Decode(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Version == Version && TypeByName.TryGetValue(stored.Type, out var type)
            ? JsonSerializer.Deserialize(stored.Payload.Span, type, GanchaoJson.Options)!
            : throw new UnknownEventException(
                $"Event {stored.Seq} of {stored.Stream} has type '{stored.Type}' version {stored.Version}, which this " +
                "release does not know. Start a release that does.");
    }

    private static Dictionary<Type, string> Names()
    {
        var names = new Dictionary<Type, string>
        {
            [typeof(EntryRecorded)] = "entry",
            [typeof(SheetSignedOff)] = "sheet-signed-off",
            [typeof(EntriesConfirmed)] = "entries-confirmed",
            [typeof(LoanConfirmed)] = "loan-confirmed",
            [typeof(NothingReported)] = "nothing-reported",
            [typeof(EvidenceAttached)] = "evidence-attached",
            [typeof(ExclusionProposed)] = "exclusion-proposed",
            [typeof(ExclusionAnswered)] = "exclusion-answered",
            [typeof(ExclusionWithdrawn)] = "exclusion-withdrawn",
            [typeof(ExclusionDecided)] = "exclusion-decided",
        };
        AddLines(names, typeof(RegisterLine), "register");
        AddLines(names, typeof(CompetitionLine), "competition");
        AddLines(names, typeof(ProjectLine), "project");
        AddLines(names, typeof(CertificationLine), "certification");
        return names;
    }

    private static void AddLines(Dictionary<Type, string> names, Type root, string family)
    {
        foreach (var line in root.GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            names.Add(line.DerivedType, $"{family}/{line.TypeDiscriminator}");
        }
    }
}

/// <summary>The ledger holds an event that this release does not know.</summary>
public sealed class UnknownEventException : Exception
{
    public UnknownEventException()
    {
    }

    public UnknownEventException(string message)
        : base(message)
    {
    }

    public UnknownEventException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
