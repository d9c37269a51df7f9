using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Silo.Import.Setup;

/// <summary>
/// What a value of a setup file is in JSON. Only whole numbers, true, false and nothing are told apart from text, and only
/// unquoted; decimals travel as text anyway.
/// </summary>
internal static partial class SetupScalar
{
    public static JsonNode? Json(YamlScalarNode scalar) => (scalar.Style, scalar.Value) switch
    {
        (ScalarStyle.Plain, null or "" or "~" or "null") => null,
        (ScalarStyle.Plain, "true") => true,
        (ScalarStyle.Plain, "false") => false,
        (ScalarStyle.Plain, { } text) when Whole().IsMatch(text) => JsonNode.Parse(text),
        (_, var text) => text,
    };

    [GeneratedRegex("^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
