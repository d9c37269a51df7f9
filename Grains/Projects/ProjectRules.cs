using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Projects;

/// <summary>What a line of a project must keep, the book being what was recorded before it.</summary>
internal static class ProjectRules
{
    public static IEnumerable<Refusal> Check(ProjectLine line, string field, ProjectId id, PlantBook book) =>
        (line is ProjectRegisteredLine) == book.Projects.ContainsKey(id)
            ? [LineRefusals.FirstLine(field, "registered")]
            : line switch
            {
                ProjectRegisteredLine registered => CheckRegistration(registered, field, book),
                ProjectProductLine product => CheckProduct(product, field, book),
                MilestoneLine milestone => string.IsNullOrWhiteSpace(milestone.Milestone)
                    ? [LineRefusals.NumberOutOfRange($"{field}.milestone", "A milestone has a name.")]
                    : [],
                CostElementLine cost => CheckCost(cost, field),
                _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a project."),
            };

    private static IEnumerable<Refusal> CheckRegistration(
        ProjectRegisteredLine line, string field, PlantBook book)
    {
        foreach (var refusal in RegisterRules.CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        foreach (var refusal in RegisterRules.CheckPeriod(line.Period, $"{field}.period"))
        {
            yield return refusal;
        }

        foreach (var team in line.Shares.Select(share => share.Team).Append(line.Team))
        {
            if (book.Organisation.At(team, line.Period.Start) is null)
            {
                yield return LineRefusals.UnitUnknown($"{field}.team", team, line.Period.Start);
            }
        }

        var sum = line.Shares.Sum(share => share.Percent);
        if (line.Shares.Count > 0 && (sum != 100m || line.Shares.Any(share => share.Percent <= 0)))
        {
            yield return LineRefusals.SharesWrong(field, sum);
        }
    }

    private static IEnumerable<Refusal> CheckProduct(ProjectProductLine line, string field, PlantBook book)
    {
        if (book.Product(line.Product, line.Period.Start) is null)
        {
            yield return LineRefusals.Unknown($"{field}.product", "product", line.Product.Value);
        }

        foreach (var refusal in RegisterRules.CheckPeriod(line.Period, $"{field}.period"))
        {
            yield return refusal;
        }

        if (line.Pieces < 0)
        {
            yield return LineRefusals.NumberOutOfRange($"{field}.pieces", "Planned pieces are not negative.");
        }
    }

    private static IEnumerable<Refusal> CheckCost(CostElementLine line, string field) =>
        string.IsNullOrWhiteSpace(line.Element) || string.IsNullOrWhiteSpace(line.Source) ||
        string.IsNullOrWhiteSpace(line.Unit) || line.PlanPrice < 0
            ? [LineRefusals.NumberOutOfRange(
                field, "A cost line has element, unit and source, and a price that is not negative.")]
            : [];
}
