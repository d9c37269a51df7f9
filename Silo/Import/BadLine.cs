namespace Ganchao.Silo.Import;

/// <summary>Where something stands in a file.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Line">Line number in the file, from 1; the first line of a row that has line breaks in quotes.</param>
internal sealed record LinePlace(string File, int Line);

/// <summary>Why a line of a file cannot be taken, or was refused by the server.</summary>
/// <param name="Place">The line.</param>
/// <param name="Column">The heading of the column in question; null where it is the whole line.</param>
/// <param name="Rule">The broken rule's stable name.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record BadLine(LinePlace Place, string? Column, string Rule, Said Message);
