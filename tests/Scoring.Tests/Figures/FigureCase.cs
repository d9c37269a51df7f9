using System.Globalization;

namespace Ganchao.Scoring.Tests.Figures;

/// <summary>A rulebook with figures by occasion and facts written on lines; what both evaluators come to.</summary>
internal sealed class FigureCase(string rules)
{
    private readonly List<Fact> _facts = [];
    private readonly List<Entrant> _entrants = [];
    private readonly Dictionary<string, EntrantTerms> _terms = [];

    public static string Text(string rules) => $"language: 1\ncode: figures\n{rules}\n";

    public static IEnumerable<string> Mistakes(string figures, string value = "1") => Sample.Compile(Text($$"""
        inputs:
          a: a
          b: b
          before_a: { measure: a, window: previous(1) }
        constants: { k: 3 }
        figures:
          {{figures.ReplaceLineEndings("\n  ")}}
        indicators: { x: { value: '{{value}}' } }
        """)).Diagnostics
            .Where(static diagnostic => diagnostic.Severity == Severity.Error).Select(static diagnostic => diagnostic.Id);

    public FigureCase Entrant(string id, string division = "", bool guest = false, EntrantTerms? terms = null)
    {
        _entrants.Add(new Entrant(id, division, guest));
        _terms[id] = terms ?? EntrantTerms.None;
        return this;
    }

    /// <summary>
    /// One fact on each line: entrant, day, shift, measure, value (<c>-</c> is refused), then <c>product=</c>, <c>record=</c>,
    /// <c>minute=</c>, <c>detail=</c>, <c>subject=</c>, or a tag.
    /// </summary>
    public FigureCase Facts(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            _facts.Add(Fact(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), _facts.Count + 1));
            if (!_entrants.Exists(entrant => entrant.Id == _facts[^1].Entrant))
            {
                Entrant(_facts[^1].Entrant);
            }
        }

        return this;
    }

    public Plant Plant()
    {
        var plant = new Plant(Sample.Compiled(Text(rules)));
        foreach (var entrant in _entrants)
        {
            plant.With(entrant, _terms[entrant.Id]);
        }

        return plant.With(_facts);
    }

    /// <summary>The value of the first indicator.</summary>
    public Result Value(string entrant = "A") =>
        Plant().Standing().Rows.Single(row => row.Entrant == entrant).Indicators[0].Value;

    private static Fact Fact(string[] words, int number)
    {
        var fact = new Fact
        {
            Entrant = words[0],
            Date = Tests.Plant.FirstDay.AddDays(int.Parse(words[1], CultureInfo.InvariantCulture)),
            ShiftOrder = int.Parse(words[2], CultureInfo.InvariantCulture),
            Sheet = $"{words[0]}/{words[1]}/{words[2]}",
            Measure = words[3],
            Value = words[4] == "-" ? null : decimal.Parse(words[4], CultureInfo.InvariantCulture),
            Record = $"{number}",
            Entry = new Guid(number, 0, 0, new byte[8]),
        };
        return words.Skip(5).Select(static word => word.Split('=')).Aggregate(fact, static (fact, word) => word[0] switch
        {
            "product" => fact with { Product = word[1] },
            "detail" => fact with { Detail = word[1] },
            "subject" => fact with { Subject = word[1] },
            "record" => fact with { Record = word[1] },
            "minute" => fact with { ObservedAt = Minute(word[1]) },
            _ => fact with { Tags = new Dictionary<string, string>(fact.Tags) { [word[0]] = word[1] } },
        });
    }

    private static DateTimeOffset Minute(string minute) =>
        new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(int.Parse(minute, CultureInfo.InvariantCulture));
}
