using System.Globalization;

namespace Ganchao.Scoring.Tests;

/// <summary>One line of the demo plant's table of month 1, as facts and as what they must come to.</summary>
internal sealed class TeamMonth
{
    private readonly string[] _cells;

    public TeamMonth(string line) => _cells = line.Trim().Split(' ');

    public string Team => _cells[1];

    public Entrant Entrant => new(Team, _cells[0]);

    public IEnumerable<decimal> Points => _cells[11..17].Select(Number);

    public decimal Total => Number(_cells[17]);

    public decimal Place => Number(_cells[18]);

    public EntrantTerms Terms => new()
    {
        Plans = new Dictionary<string, PlanFigures>
        {
            ["output"] = new(Number(_cells[2]), Number(_cells[2]), Number(_cells[2])),
            ["pass_rate"] = new(Number(_cells[4]), Number(_cells[4]), null),
            ["sheets_handed_in"] = new(22m, 22m, 22m),
        },
    };

    /// <summary>Output spread over two shifts, events one by one, site checks over four weeks.</summary>
    public IEnumerable<Fact> Facts =>
    [
        Plant.Fact(Team, "output", Number(_cells[3]) - 1m, day: 0),
        Plant.Fact(Team, "output", 1m, day: 1),
        Plant.Fact(Team, "inspected", Part(5, 0), sheet: "quality"),
        Plant.Fact(Team, "rejected", Part(5, 1), sheet: "quality"),
        Plant.Fact(Team, "cost_budget", Number(_cells[6]), sheet: "finance"),
        Plant.Fact(Team, "cost_actual", Number(_cells[7]), sheet: "finance"),
        .. Events("violation", Part(8, 0)),
        .. Events("overdue", Part(8, 1)),
        .. Events("near_miss", Part(8, 2)),
        Plant.Fact(Team, "site", Number(_cells[9]) - 1m, day: 4, sheet: "site 1"),
        Plant.Fact(Team, "site", Number(_cells[9]) + 1m, day: 11, sheet: "site 2"),
        .. Events("idea_adopted", Part(10, 0)),
        .. Events("idea_done", Part(10, 1)),
        .. Enumerable.Range(0, 21).Select(day => Plant.Fact(Team, "sheets_handed_in", 1m, day: day)),
        Plant.Fact(Team, "trained", 95m, sheet: "safety"),
    ];

    private IEnumerable<Fact> Events(string measure, decimal count) => Enumerable.Range(0, (int)count)
        .Select(i => Plant.Fact(Team, measure, 1m, day: i, sheet: $"{measure} {i}", record: "event"));

    private decimal Part(int cell, int part) => Number(_cells[cell].Split('/')[part]);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
