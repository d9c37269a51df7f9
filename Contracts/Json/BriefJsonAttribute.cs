namespace Ganchao.Contracts.Json;

/// <summary>
/// Of this record nothing is written that its constructor puts in by itself: neither the default of a parameter nor an empty
/// list. For what is sent many times a second, and is never hashed by its parts.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BriefJsonAttribute : Attribute;
