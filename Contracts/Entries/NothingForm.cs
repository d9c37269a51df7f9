using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Entries;

/// <summary>无事可报: a shift in which its team made nothing and nothing happened.</summary>
/// <param name="Id">Made by the client (UUIDv7), kept over retries; unique in the sheet.</param>
/// <param name="Way">How it came about; absent: ordinary. After hand-over it is late.</param>
/// <param name="For">Whose entry it is, where one enters for another.</param>
/// <param name="DeviceAt">The device's clock; recorded, never trusted.</param>
public sealed record NothingForm(Guid Id, EntryWay? Way = null, PersonId? For = null, DateTimeOffset? DeviceAt = null);
