using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Projects;

/// <summary>A registered project (立项) and what it is to bring, by what its products weigh and cost at its start.</summary>
/// <param name="Id">The project.</param>
/// <param name="Registration">Level, period, team.</param>
/// <param name="Pieces">Planned pieces by product.</param>
/// <param name="Tonnes">Null where a product has no unit weight.</param>
/// <param name="Yuan">Null where a product has no internal price.</param>
public sealed record RegisteredProject(
    ProjectId Id,
    ProjectRegisteredLine Registration,
    ImmutableDictionary<ProductCode, decimal> Pieces,
    decimal? Tonnes,
    decimal? Yuan);

/// <summary>All registered projects of a plant; pure.</summary>
public static class ProjectRegister
{
    /// <summary>The measure in which a finished piece is reported (完工件数).</summary>
    public static readonly MeasureCode FinishedPieces = new("pieces");

    public static ImmutableArray<RegisteredProject> Of(PlantBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. book.Projects.Values
                .Where(project => project.Registration is not null)
                .OrderBy(project => project.Registration!.Period.Start)
                .ThenBy(project => project.Id.Value, StringComparer.Ordinal)
                .Select(project => Of(project, book)),
        ];
    }

    /// <summary>
    /// Whether the period has ended and the pieces of every product have reached the plan; null where it has ended and nobody
    /// reported a piece, so that nobody knows.
    /// </summary>
    /// <param name="rows">The facts about the project's team within its period.</param>
    public static bool? IsCompleted(RegisteredProject project, IEnumerable<FactRow> rows, PlantBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(book);
        if (today < project.Registration.Period.End)
        {
            return false;
        }

        var done = rows
            .Where(row => row.Measure == FinishedPieces && row.Value is not null)
            .Where(row => ScoringFacts.Of(row, book, EntrantKind.Project)?.Entrant == project.Id.Value)
            .ToLookup(row => row.Product, row => row.Value!.Value);
        return done.Count == 0 ? null : project.Pieces.All(planned => done[planned.Key.Value].Sum() >= planned.Value);
    }

    private static RegisteredProject Of(ProjectBook project, PlantBook book)
    {
        var registration = project.Registration!;
        var pieces = project.Products
            .GroupBy(line => line.Product)
            .ToImmutableDictionary(lines => lines.Key, lines => lines.Sum(line => line.Pieces));
        return new RegisteredProject(
            project.Id, registration, pieces, Sum(product => product?.UnitWeight), Sum(product => product?.Price));

        // A part that is not known makes the whole unknown; it is never left out.
        decimal? Sum(Func<Contracts.Registers.ProductLine?, decimal?> each)
        {
            var parts = pieces
                .Select(line => line.Value * each(book.Product(line.Key, registration.Period.Start)))
                .ToList();
            return parts.Contains(null) ? null : parts.Sum();
        }
    }
}
