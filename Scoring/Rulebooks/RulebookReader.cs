using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>Reads the text of a rulebook (YAML) and parses its formulas. It resolves no names: that is compiling.</summary>
public static class RulebookReader
{
    private const int CurrentLanguage = 1;

    /// <summary>
    /// The definition, or null when a diagnostic is an error. All mistakes found are reported, in order of
    /// place.
    /// </summary>
    public static (RulebookDefinition? Definition, ImmutableArray<Diagnostic> Diagnostics) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings(text);
        if (RulebookYaml.Load(text, findings) is not { } root)
        {
            return (null, findings.InOrder());
        }

        var book = new Part(root, findings);
        var definition = Read(text, book) with { Series = ReadSeries(text, book) };
        book.RefuseOtherKeys();
        LookAlikes.Refuse(LookAlikes.Symbols(definition), findings);
        if (definition.Series is { } series)
        {
            LookAlikes.Refuse(LookAlikes.Symbols(series), findings);
        }

        return (findings.AnyError ? null : definition, findings.InOrder());
    }

    private static RulebookDefinition Read(string text, Part book)
    {
        var language = ReadLanguage(book);
        var (code, names, entrants) =
            (book.RequiredText("code"), book.Names("names"), book.Word("entrants", EntrantKind.Team));
        return ReadRules(book) with
        {
            Text = text,
            Hash = HashOf(text),
            Language = language,
            Code = code,
            Names = names,
            Entrants = entrants,
            Stages = RankingPart.ReadStages(book.Child("stages")),
        };
    }

    /// <summary>The same keys but for those that name the rulebook and speak of its stages.</summary>
    private static RulebookDefinition? ReadSeries(string text, Part book)
    {
        if (book.Child("series") is not { } part)
        {
            return null;
        }

        var series = ReadRules(part) with
        {
            Text = text,
            Hash = HashOf($"series\n{text}"),
            Language = CurrentLanguage,
            Code = book.Text("code"),
            Names = book.Names("names"),
            Entrants = book.Word("entrants", EntrantKind.Team),
        };
        part.RefuseOtherKeys();
        return series;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static RulebookDefinition ReadRules(Part book) =>
        new()
        {
            Text = "",
            Hash = "",
            Language = CurrentLanguage,
            Code = "",
            Names = new Names("", ""),
            Entrants = EntrantKind.Team,
            Inputs = book.Items("inputs", InputPart.Read),
            Figures = book.Items("figures", FigurePart.Read),
            Constants = book.Items("constants", ConstantPart.Read),
            Adjustments = book.Items("adjustments", AdjustmentPart.Read),
            Weights = book.Number("weights"),
            WeightsPlace = book.Value("weights")?.Place ?? book.Place,
            Sections = book.Items("sections", SectionPart.Read),
            Indicators = book.Items("indicators", IndicatorPart.Read),
            Gates = book.Items("gates", GatePart.Read),
            Eligibility = book.Items("eligibility", GatePart.ReadEligibility),
            Grades = book.Items("grades", GradePart.Read),
            Awards = book.Items("awards", AwardPart.Read),
            Carries = book.Items("carries", CarryPart.Read),
            Accounts = book.Items("accounts", AccountPart.Read),
            Total = SectionPart.ReadTotal(book.Child("total")),
            Ranking = RankingPart.Read(book.Child("ranking")),
        };

    private static int ReadLanguage(Part book)
    {
        if (book.Number("language") is not CurrentLanguage)
        {
            book.Findings.Error(
                "unknown-language",
                book.Place,
                "请写 language: 1;本程序只懂第 1 版规则语言。",
                "Write language: 1; this program knows version 1 of the rulebook language only.");
        }

        return CurrentLanguage;
    }
}
