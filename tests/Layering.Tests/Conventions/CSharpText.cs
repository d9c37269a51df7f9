using System.Text.RegularExpressions;

namespace Ganchao.Layering.Tests.Conventions;

/// <summary>C# source with parts blanked out, so that a search finds the program and not prose.</summary>
internal static partial class CSharpText
{
    /// <summary>The program alone: comments and texts become blanks; lines and columns stay.</summary>
    public static string Code(string source) => CommentOrText().Replace(source, found => Blank(found.Value));

    public static int LineOf(string source, int index) => source.AsSpan(0, index).Count('\n') + 1;

    private static string Blank(string text) => NotLineEnd().Replace(text, " ");

    // In order: line and block comments, raw texts, verbatim texts, other texts, characters.
    [GeneratedRegex(
        """"
        //[^\n]* | /\*.*?\*/
        | \$*(?<quotes>"{3,})(?!").*?(?<!")\k<quotes>(?!")
        | (?:\$@|@\$|@)"(?:[^"]|"")*"
        | \$?"(?:\\.|[^"\\\n])*"
        | '(?:\\[^\n]{1,9}?|[^'\\\n])'
        """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentOrText();

    [GeneratedRegex("[^\n]")]
    private static partial Regex NotLineEnd();
}
