namespace Ganchao.Dashboard.Wording;

/// <summary>A text of a page: with one language missing it does not compile, and a test refuses blanks.</summary>
internal sealed record Text(string Zh, string En);
