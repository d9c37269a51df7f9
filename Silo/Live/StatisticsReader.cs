using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Statistics;
using Ganchao.Grains;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Projects;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Live;

/// <summary>The pages' project figures: what is registered from the plant's book, what is completed from the facts.</summary>
internal sealed class StatisticsReader(
    ILedger ledger, IFacts facts, IPlantBooks books, PlantClock clock, HeavyQueue queue) : IStatisticsReader
{
    private const int MonthsInQuarter = 3;

    public async Task<IReadOnlyList<PlantStatistics>> ReadAsync(PlantId? plant, CancellationToken cancellationToken)
    {
        var plants = await ledger.ReadPlantsAsync(cancellationToken);
        return await queue.RunAsync<IReadOnlyList<PlantStatistics>>(async () =>
        {
            var found = new List<PlantStatistics>();
            foreach (var known in plants.Where(known => plant is null || known == plant))
            {
                found.Add(await ReadAsync(await books.ReadAsync(known, cancellationToken), cancellationToken));
            }

            return found;
        }, cancellationToken);
    }

    private async Task<PlantStatistics> ReadAsync(PlantBook book, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = book.Calendar.DateAt(now);
        var projects = ProjectRegister.Of(book);
        var completed = new Dictionary<ProjectId, bool?>();
        foreach (var project in projects)
        {
            var rows = today < project.Registration.Period.End ? []
                : await facts.ReadSubjectAsync(
                    book.Plant, SubjectId.Team(project.Registration.Team), project.Registration.Period, cancellationToken);
            completed[project.Id] = ProjectRegister.IsCompleted(project, rows, book, today);
        }

        return new PlantStatistics(
            book.Plant,
            BookNames.OfPlant(book),
            now.ToOffset(book.Calendar.OffsetAt(now)),
            [
                .. projects
                    .GroupBy(project => (project.Registration.Level, Quarter: QuarterOf(project.Registration.Period.Start)))
                    .OrderBy(group => group.Key.Level)
                    .ThenBy(group => group.Key.Quarter)
                    .Select(group => GroupOf([.. group], completed)),
            ],
            [
                .. projects
                    .Where(project => project.Tonnes is null || project.Yuan is null)
                    .Select(project => project.Registration.Names),
            ]);
    }

    private static ProjectGroup GroupOf(IReadOnlyList<RegisteredProject> projects, Dictionary<ProjectId, bool?> completed)
    {
        var (year, quarter) = QuarterOf(projects[0].Registration.Period.Start);
        return new ProjectGroup(
            projects[0].Registration.Level,
            year,
            quarter,
            projects.Count,
            projects.All(project => completed[project.Id] is null) ? null
                : projects.Count(project => completed[project.Id] == true),
            projects.Any(project => project.Tonnes is null) ? null : projects.Sum(project => project.Tonnes),
            projects.Any(project => project.Yuan is null) ? null : projects.Sum(project => project.Yuan));
    }

    private static (int Year, int Quarter) QuarterOf(DateOnly date) => (date.Year, ((date.Month - 1) / MonthsInQuarter) + 1);
}
