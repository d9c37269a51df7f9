namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>Words, signs and numbers of the language, well and badly chosen.</summary>
internal static class Tokens
{
    public static readonly string[] Signs =
    [
        "+", "-", "*", "/", "^", "=", "==", "<>", "!=", "≠", "<", "<=", "≤", ">", ">=", "≥", "(", ")", "(", ")", ",", ",",
        "（", "）", "，", "×", "÷", "－", "％", "＝", "%", "‰", "\"", "#", "\n", " ", "and", "or", "not", "\"a\"", "：", ".",
    ];

    public static readonly string[] Numbers =
    [
        "0", "1", "2", "-1", "0.5", "100", "1%", "5‰", "0.0000000000005", "0.0000000000000000000000000001", "64", "65", "-65",
        "1000000000000000", "1000000000000000.000001", "7922816251426433759354395033", "9999999999999999999999999999",
        "99999999999999999999999999999999999999", "1e9", ".5", "5.", "00", "0x1F", "１２", "٣", "1.5.2", "NaN",
    ];

    public static readonly string[] Names =
    [
        "a", "b", "k", "净", "f", "h", "a", "b", "value", "base", "total", "asOf", "eligible", "desc", "asc", "halfAway", "product", "zone",
        "x", "y", "s", "g", "е", "ａ", "_", "true", "false", "size", "stageNumber", "x1", "无",
    ];

    public static readonly string[] Functions =
    [
        "sum", "mean", "min", "max", "last", "count", "countIf", "days", "firstDate", "lastDate", "perRecord", "perShift",
        "perDay",
        "per", "attribute", "plan", "baseline", "coefficient", "reference", "tag", "adjustment", "carried", "account",
        "daysSince",
        "date", "abs", "round", "clamp", "step", "stepStarted", "band", "under", "upTo", "range", "from", "above", "marginal",
        "pick", "mod", "floor", "ceiling", "exp", "ln", "log10", "sqrt", "best", "worst", "median", "share", "scale", "rank",
        "sumOf", "countOf", "percentile", "closest", "within", "among", "of", "value", "points", "section", "grade", "award",
        "if", "ifna", "first", "trimmedMean", "bestOf", "worstOf", "streak", "longest", "firstWhere", "lastWhere", "countBefore",
        "before", "running", "occurrence", "paid", "conjure",
    ];

    public static readonly string[] Keys =
    [
        "language", "code", "names", "zh", "en", "entrants", "inputs", "constants", "figures", "adjustments", "weights",
        "sections",
        "indicators", "gates", "eligibility", "grades", "awards", "carries", "accounts", "total", "ranking", "stages", "series",
        "measure", "product", "detail", "where", "window", "plan", "refused", "unit", "party", "formula", "decimals", "rounding",
        "section", "base", "value", "points", "applies", "when_missing", "when_refused", "when_na", "mark", "when", "scope",
        "effect", "effects", "places", "quota", "share", "pool", "money", "weight", "by", "ties", "per", "floor", "cap",
        "highest_only", "shared", "divisions", "roll", "start", "from", "to", "<<", "? x", "1", "a b", "",
    ];
}
