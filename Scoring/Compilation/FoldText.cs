using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>
/// The content of a folded expression in one spelling that does not depend on the names of a rulebook: inputs are written as what
/// they take, constants as numbers. Derived inputs are written as a hash, or nested ones would grow without bound.
/// </summary>
internal sealed class FoldText(RulebookSymbols symbols)
{
    private readonly string[] _inputs = new string[symbols.Definition.Inputs.Length];

    /// <summary>Call for inputs in dependency order: the sources of a derived input first.</summary>
    public void Learn(int position)
    {
        var input = symbols.Definition.Inputs[position];
        _inputs[position] = input.Formula is { } formula
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(formula.Root))))
            : Entered(input);
    }

    public string OfInput(int position) => _inputs[position];

    public string Of(Expr expr) => ExprText.Of(Expanded(expr));

    private Expr Expanded(Expr expr) => expr switch
    {
        NameExpr name when symbols.Input(name.Name) is { } input => name with { Name = _inputs[input] ?? "?" },
        NameExpr name when symbols.Constant(name.Name) is { } constant => new NumberExpr(constant, name.Start, name.End),
        CallExpr call when GroupingWords.Of(call) is (_, var inner) => Expanded(inner),
        CallExpr { Name: "attribute" } call => call,
        CallExpr call => call with { Arguments = [.. call.Arguments.Select(Expanded)] },
        NegateExpr negate => negate with { Operand = Expanded(negate.Operand) },
        NotExpr not => not with { Operand = Expanded(not.Operand) },
        BinaryExpr binary => binary with { Left = Expanded(binary.Left), Right = Expanded(binary.Right) },
        _ => expr,
    };

    private static string Entered(InputDefinition input)
    {
        var tags = string.Join(',', input.Where.Select(static filter => $"{Quoted(filter.Tag)}:{Listed(filter.Values)}"));
        var party = input.Party == Party.Own ? "" : $"|{input.Party}";
        return $"<{Quoted(input.Measure)}|{Listed(input.Products)}|{Listed(input.Details)}|{tags}|{input.Refused}{party}>";
    }

    private static string Listed(IEnumerable<string> texts) => string.Join('/', texts.Select(Quoted));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
