using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Competitions;

/// <summary>What a line of a competition must keep, the book being what was recorded before it.</summary>
internal static class CompetitionRules
{
    public static IEnumerable<Refusal> Check(
        CompetitionLine line, string field, CompetitionId id, PlantBook book, DateOnly today)
    {
        var competition = book.Competitions.GetValueOrDefault(id);
        return (line is CompetitionProposedLine) != (competition is null)
            ? [LineRefusals.FirstLine(field, "proposed")]
            : Check(line, field, competition ?? new CompetitionBook(id), book, today);
    }

    private static IEnumerable<Refusal> Check(
        CompetitionLine line, string field, CompetitionBook competition, PlantBook book, DateOnly today) => line switch
        {
            CompetitionProposedLine proposed => RegisterRules.CheckNames(proposed.Names, field),
            RulebookAdoptedLine adopted =>
                [.. CheckRulebook(adopted, field, book), .. DecisionRules.Check(adopted, field, competition, today)],
            StageLine stage => CheckStage(stage, field, competition),
            DivisionLine division => IdText.IsValid(division.Division)
                ? RegisterRules.CheckNames(division.Names, field)
                : [LineRefusals.NumberOutOfRange($"{field}.division", "A division has an id of letters, digits or - _ . +.")],
            EnrolmentLine enrolment => CheckEnrolment(enrolment, field, competition, book),
            WithdrawalLine withdrawal => competition.Entrants.ContainsKey(withdrawal.Entrant)
                ? []
                : [LineRefusals.Unknown($"{field}.entrant", "entrant", withdrawal.Entrant)],
            ObjectionLine objection => DecisionRules.Check(objection, field, competition),
            ObjectionAnsweredLine answer => DecisionRules.Check(answer, field, competition),
            StageFinalisedLine final => DecisionRules.Check(final, field, competition, today),
            ReferenceLine reference => DecisionRules.Check(reference, field, competition),
            AdjustmentLine adjustment => DecisionRules.Check(adjustment, field, competition),
            _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a competition."),
        };

    private static IEnumerable<Refusal> CheckRulebook(RulebookAdoptedLine line, string field, PlantBook book) =>
        book.Rulebooks.GetValueOrDefault(line.Rulebook) is not { } rulebook
            ? [LineRefusals.Unknown($"{field}.rulebook", "rulebook", line.Rulebook)]
            : RulebookShelf.FaultOf(rulebook, book) is { } fault
                ? [LineRefusals.TextBroken($"{field}.rulebook", fault)]
                : [];

    private static IEnumerable<Refusal> CheckStage(StageLine line, string field, CompetitionBook competition)
    {
        foreach (var refusal in RegisterRules.CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        foreach (var refusal in RegisterRules.CheckPeriod(line.Dates, $"{field}.dates"))
        {
            yield return refusal;
        }

        if (competition.Finals.TryGetValue(line.Stage, out var final))
        {
            yield return DecisionRefusals.FinalAlready($"{field}.stage", final);
        }

        foreach (var other in competition.Stages.Values.Where(other => other.Stage != line.Stage))
        {
            if (other.Dates.Overlaps(line.Dates))
            {
                yield return LineRefusals.StagesOverlap(field, other.Stage);
            }
        }
    }

    private static IEnumerable<Refusal> CheckEnrolment(
        EnrolmentLine line, string field, CompetitionBook competition, PlantBook book)
    {
        if (!IdText.IsValid(line.Entrant) || (line.Names is null && !IsKnown(line.Entrant, book)))
        {
            yield return LineRefusals.Unknown($"{field}.entrant", "entrant", line.Entrant);
        }

        if (line.Division is { } division && !competition.Divisions.ContainsKey(division))
        {
            yield return LineRefusals.Unknown($"{field}.division", "division", division);
        }
    }

    // Whom the registers do not hold is enrolled with a name of its own; a person's name is never in the ledger.
    private static bool IsKnown(string entrant, PlantBook book) =>
        entrant == book.Plant.Value ||
        book.Organisation.Last(new UnitId(entrant)) is not null ||
        book.Projects.ContainsKey(new ProjectId(entrant));
}
