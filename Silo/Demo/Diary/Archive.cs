using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>The projects of the four quarters before: made from the seed, with the quarter's exact number, tonnes and value.</summary>
internal sealed class Archive(DemoSeason season)
{
    private const int StepsPerTonne = 100;     // 0.01 t
    private const int StepsPerTenThousand = 100;    // 100 CNY
    private const decimal YuanPerStep = 100m;
    private const int TrialQuarter = 3;

    private static readonly int[] Batches = [1, 2, 4, 5, 10, 20, 25, 50];
    private static readonly ILookup<string, DemoRow> Works =
        DemoTable.Read("archive-products.csv").ToLookup(row => row["level"]);

    // The resin-sand trial stands in the union's report with its own figures.
    private static readonly Item Trial = new(new Names("25 m² 烧结机风箱树脂砂试制", "Wind box on the resin-sand line, trial"),
        new UnitId("resin-sand"), 6, 2.40m, 19_900m);

    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var month = season.MonthOf(day);
        return month.Number < 1 && month.StartsQuarter && day == month.WorkingDays[0]
            ? DemoTable.Read("archive.csv").Where(row => row.Count("quartersAgo") == -month.Quarter)
                .SelectMany(row => Quarter(row, month, DemoSeason.At(day, new TimeOnly(10, 0))))
            : [];
    }

    private static IEnumerable<DemoAct> Quarter(DemoRow row, DemoMonth first, DateTimeOffset at)
    {
        var level = row["level"] == "plant" ? ProjectLevel.Plant : ProjectLevel.Team;
        var (prefix, period) = (level == ProjectLevel.Plant ? "ZD" : "BZ", new DateRange(first.Start, first.Start.AddMonths(3)));
        var projects = Items(row, first.QuarterName).Index()
            .Select(item => (No: string.Create(
                CultureInfo.InvariantCulture, $"{prefix}-{first.QuarterName}-{item.Index + 1:00}"), item.Item))
            .ToImmutableArray();
        yield return new RegisterAct(
            at.AddMinutes(level == ProjectLevel.Plant ? 0 : 10), Posts.Planning, RegisterName.Products,
            [.. projects.Select(project => ProductOf(project.No, project.Item))]);
        foreach (var (no, item) in projects)
        {
            yield return new ProjectAct(
                at.AddMinutes(20), Posts.Office, new ProjectId(no), [.. Lines(no, item, level, period)]);
        }
    }

    private static IEnumerable<Item> Items(DemoRow row, string quarter)
    {
        var trial = row["level"] == "team" && row.Count("quartersAgo") == TrialQuarter;
        var count = row.Count("number") - (trial ? 1 : 0);
        var tonnes = (int)((row.Number("tonnes") - (trial ? Trial.Tonnes : 0)) * StepsPerTonne);
        var value = (int)((row.Number("tenThousandYuan") * StepsPerTenThousand) - (trial ? Trial.Value / YuanPerStep : 0));
        var weights = Enumerable.Range(0, count)
            .Select(n => DemoDice.Between(0.4m, 1.6m, "archive", quarter, row["level"], n)).ToArray();
        var prices = weights.Select((weight, n) =>
            weight * DemoDice.Between(0.8m, 1.2m, "archive-price", quarter, row["level"], n)).ToArray();
        var (shares, values) = (Spread.Over(tonnes, weights), Spread.Over(value, prices));
        var works = Works[row["level"]].ToArray();
        for (var n = 0; n < count; n++)
        {
            var work = works[n % works.Length];
            var pieces = Batches[DemoDice.Pick(Batches.Length, "archive-pieces", quarter, row["level"], n)];
            yield return new Item(
                new Names(work["zh"], work["en"]), new UnitId(work["team"]), pieces,
                shares[n] / (decimal)StepsPerTonne / pieces, values[n] * YuanPerStep / pieces);
        }

        if (trial)
        {
            yield return Trial;
        }
    }

    private static ProductLine ProductOf(string no, Item item) => new()
    {
        Id = DemoIds.Of("product", no),
        Product = new ProductCode(no),
        Names = item.Names,
        Unit = "件",
        UnitWeight = item.Weight,
        Price = item.Price,
    };

    private static IEnumerable<ProjectLine> Lines(string no, Item item, ProjectLevel level, DateRange period)
    {
        yield return new ProjectRegisteredLine
        {
            Id = DemoIds.Of("project", no),
            Names = new Names($"{no} {item.Names.Zh}", $"{no} {item.Names.En}"),
            Level = level,
            Period = period,
            Team = item.Team,
        };
        yield return new ProjectProductLine
        {
            Id = DemoIds.Of("project-product", no),
            Product = new ProductCode(no),
            Period = period,
            Pieces = item.Pieces,
        };
        foreach (var row in ReferenceEquals(item, Trial) ? DemoTable.Read("trial-cost.csv") : [])
        {
            yield return new CostElementLine
            {
                Id = DemoIds.Of("cost", no, row["element"]),
                Element = row["element"],
                BudgetQuantity = row.Number("budget"),
                ActualQuantity = row.Number("actual"),
                Unit = row["unit"],
                PlanPrice = row.Number("price"),
                Source = row["source"],
            };
        }
    }

    private sealed record Item(Names Names, UnitId Team, int Pieces, decimal Weight, decimal Price)
    {
        public decimal Tonnes => Pieces * Weight;

        public decimal Value => Pieces * Price;
    }
}
