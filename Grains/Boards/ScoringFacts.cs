using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Occasion = Ganchao.Contracts.Entries.Occasion;

namespace Ganchao.Grains.Boards;

/// <summary>
/// A fact as scoring sees it: whom it counts for on its production date, and what the product was worth then.
/// </summary>
internal static class ScoringFacts
{
    private const string UnitWeight = "unit_weight";
    private const string Price = "price";
    private const string QuotaHours = "quota_hours";
    private const string PerPiece = "output_per_piece";

    /// <summary>What a formula may ask of a product; a measure whose formula does is entered by product.</summary>
    public static readonly string[] ProductData = [UnitWeight, Price, QuotaHours, PerPiece];

    /// <summary>
    /// The fact for a competition of such entrants; null where it counts for none of them, or its line is
    /// void.
    /// </summary>
    public static Fact? Of(FactRow row, PlantBook book, EntrantKind entrants) =>
        row.Value is { } value && EntrantOf(row, book, entrants) is { } entrant
            ? new Fact
            {
                Entrant = entrant,
                Sheet = row.Stream.ToString(),
                Subject = row.Subject.ToString(),
                Date = row.Date,
                Shift = row.Shift,
                ShiftOrder = row.Shift.Length == 0
                    ? 0
                    : book.Calendar.KindAt(new ShiftKind(row.Shift), row.Date)?.Order ?? 0,
                Occasion = OccasionOf(row.Occasion),
                Measure = row.Measure.Value,
                Product = row.Product,
                WorkOrder = row.WorkOrder,
                Detail = row.Detail,
                Record = row.Record,
                Value = value,
                ObservedAt = row.ObservedAt,
                Entry = row.Entry,
                Attributes = AttributesOf(row, book),
                Tags = FactTags.Of(row.Tags),
            }
            : null;

    /// <summary>Whom the row counts for in a competition of such entrants, void or not; null: for none of them.</summary>
    public static string? EntrantOf(FactRow row, PlantBook book, EntrantKind entrants) => entrants switch
    {
        EntrantKind.Team => row.Subject.Kind == SubjectKind.Team ? row.Subject.Key : null,
        EntrantKind.Person => row.Subject.Kind == SubjectKind.Person ? row.Subject.Key : null,
        EntrantKind.Branch => BranchOf(row, book),
        EntrantKind.Plant => CountsOverTeams(row, book, team => book.Organisation.At(team, row.Date) is not null)
            ? row.Stream.Plant.Value
            : null,
        EntrantKind.Project => ProjectOf(row, book),
        EntrantKind.Leader or EntrantKind.NotSet => null,
    };

    private static string? BranchOf(FactRow row, PlantBook book)
    {
        if (row.Subject.Kind == SubjectKind.Branch)
        {
            return row.Subject.Key;
        }

        return row.Subject.Kind == SubjectKind.Team &&
            book.Organisation.BranchOf(new UnitId(row.Subject.Key), row.Date) is { } branch &&
            CountsOverTeams(row, book, team => book.Organisation.BranchOf(team, row.Date) == branch)
                ? branch.Value
                : null;
    }

    // A project counts a piece at the step of its 承担班组; what adds up over teams counts from every team.
    private static string? ProjectOf(FactRow row, PlantBook book)
    {
        if (row.Subject.Kind == SubjectKind.Project)
        {
            return row.Subject.Key;
        }

        if (row.WorkOrder.Length == 0 ||
            book.WorkOrder(new WorkOrderNumber(row.WorkOrder), row.Date)?.Project is not { } project ||
            book.Projects.GetValueOrDefault(project)?.Registration is not { } registration)
        {
            return null;
        }

        return OverTeamsOf(row, book) == OverTeams.Sum || row.Subject == SubjectId.Team(registration.Team)
            ? project.Value
            : null;
    }

    // One casting passes moulding, melting and cleaning; a total holds it once, at the last reported step inside its scope.
    private static bool CountsOverTeams(FactRow row, PlantBook book, Func<UnitId, bool> inScope) =>
        OverTeamsOf(row, book) switch
        {
            OverTeams.Sum => true,
            OverTeams.LastStep => IsLastStep(row, book, inScope),
            OverTeams.None or OverTeams.NotSet => false,
        };

    private static bool IsLastStep(FactRow row, PlantBook book, Func<UnitId, bool> inScope)
    {
        if (row.Product.Length == 0 ||
            book.Product(new ProductCode(row.Product), row.Date) is not { Route.Count: > 0 } product)
        {
            return true;
        }

        return product.Route.LastOrDefault(step => step.Teams.Any(inScope)) is { } last &&
            last.Teams.Any(team => SubjectId.Team(team) == row.Subject);
    }

    private static OverTeams OverTeamsOf(FactRow row, PlantBook book) =>
        (book.Measure(row.Measure, row.Date) ?? book.Measure(row.Measure))?.OverTeams ?? OverTeams.None;

    private static Dictionary<string, decimal> AttributesOf(FactRow row, PlantBook book)
    {
        var attributes = new Dictionary<string, decimal>();
        if (row.Product.Length > 0 && book.Product(new ProductCode(row.Product), row.Date) is { } product)
        {
            Add(UnitWeight, product.UnitWeight);
            Add(Price, product.Price);
            Add(QuotaHours, product.QuotaHours);
            Add(PerPiece, OutputPerPiece(product, row.Subject));
        }

        return attributes;

        void Add(string name, decimal? value)
        {
            if (value is { } known)
            {
                attributes.Add(name, known);
            }
        }
    }

    private static decimal? OutputPerPiece(ProductLine product, SubjectId subject) =>
        product.Outputs.FirstOrDefault(output => SubjectId.Team(output.Team) == subject)?.PerPiece ?? product.UnitWeight;

    private static Scoring.Occasion OccasionOf(Occasion occasion) => occasion switch
    {
        Occasion.Heat or Occasion.Event => Scoring.Occasion.Record,
        Occasion.Shift => Scoring.Occasion.Shift,
        Occasion.Day => Scoring.Occasion.Day,
        Occasion.Week => Scoring.Occasion.Week,
        Occasion.Month => Scoring.Occasion.Month,
        Occasion.NotSet => Scoring.Occasion.NotSet,
    };
}
