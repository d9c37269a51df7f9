namespace Ganchao.Client.Wording;

/// <summary>A text of a page. With one language missing it does not compile; a test refuses blanks.</summary>
public sealed record Text(string Zh, string En);
