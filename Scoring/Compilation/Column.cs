namespace Ganchao.Scoring;

/// <summary>A column of the standing: one figure per entrant.</summary>
/// <param name="Position">Columns are evaluated in this order; each depends on earlier ones only.</param>
/// <param name="Cohorts">Columns whose cohorts it looks at: when one of them moves, every row of the division
/// is computed again.</param>
/// <param name="Elsewhere">Columns of which it looks at single other entrants: when one of them moves anywhere, every row is
/// computed
/// again.</param>
/// <param name="IsDated">Changes with the date of scoring alone.</param>
internal sealed record Column(
    int Position,
    string Name,
    Node<Row> Root,
    IReadOnlyCollection<int> Cohorts,
    IReadOnlyCollection<int> Elsewhere,
    bool IsDated);

/// <summary>What columns are called, in formulas and in messages.</summary>
internal static class ColumnNames
{
    public const string Total = "total";

    /// <summary>The position of the grade given.</summary>
    public const string Grade = "grade";

    /// <summary>Whether all eligibility rules hold.</summary>
    public const string Eligible = "eligible";

    public static string Value(string indicator) => $"value({indicator})";

    /// <summary>Whether the indicator counts for the entrant.</summary>
    public static string Applies(string indicator) => $"applies({indicator})";

    /// <summary>Least and greatest amount of an adjustment.</summary>
    public static string AdjustmentFrom(string adjustment) => $"from({adjustment})";

    public static string AdjustmentTo(string adjustment) => $"to({adjustment})";

    /// <summary>Points as computed, before the effect of n/a and gates.</summary>
    public static string Computed(string indicator) => $"computed({indicator})";

    public static string Points(string indicator) => $"points({indicator})";

    public static string Section(string section) => $"section({section})";

    public static string Gate(string gate) => $"gate({gate})";

    public static string Eligibility(string rule) => $"eligibility({rule})";

    /// <summary>The condition of a grade.</summary>
    public static string Graded(string grade) => $"graded({grade})";

    public static string AwardWhen(string award) => $"awarded({award})";

    /// <summary>The weight of a pool's share, or the money.</summary>
    public static string AwardFigure(string award) => $"award({award})";

    public static string AwardQuota(string award) => $"quota({award})";

    public static string AwardPool(string award) => $"pool({award})";

    public static string AwardTable(string award, int position) => $"table({award}, {NumberText.Of(position)})";

    public static string AwardKey(string award, int position) => $"award key({award}, {NumberText.Of(position)})";

    public static string Carry(string carry) => $"carry({carry})";

    public static string AccountStart(string account) => $"opening({account})";

    public static string CarryStart(string carry) => $"start({carry})";

    public static string Key(int position) => $"key({NumberText.Of(position)})";
}
