namespace Ganchao.Contracts;

/// <summary>A thing's name on Chinese screens, and on English ones where it has another.</summary>
public sealed record Names(string Zh, string? En = null);
