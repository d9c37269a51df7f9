using System.Globalization;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Grains.Competitions;

/// <summary>Every reason for which an objection, an answer or a decision on a stage is refused, with its sentence.</summary>
internal static class DecisionRefusals
{
    public static Refusal ObjectionThere(string field, ObjectionId objection) =>
        new("objection-there", $"{field}.objection", $"There is an objection '{objection}' already. Give this one an id of its own.");

    public static Refusal NobodyConcerned(string field, ObjectionId objection) =>
        new("entrants-missing", $"{field}.entrants", $"Objection '{objection}' concerns nobody; name at least one entrant.");

    public static Refusal AnsweredAlready(string field, ObjectionAnsweredLine answer) =>
        new("answered-already", $"{field}.objection",
            $"Objection '{answer.Objection}' was answered by decision {answer.Decision}. Record a new objection.");

    public static Refusal TextMissing(string field, string what, int limit) =>
        new("text-missing", field, $"{what} needs a text of at most {limit} characters, without control characters.");

    public static Refusal NumberMissing(string field, int limit) =>
        new("decision-missing", $"{field}.decision",
            $"A decision has a document number (文号) of at most {limit} characters, without control characters.");

    public static Refusal SourceMissing(string field, int limit) =>
        new("source-missing", $"{field}.source",
            $"A figure from outside has a name and a source of at most {limit} characters, without control characters.");

    public static Refusal FinalAlready(string field, StageFinalisedLine final) =>
        new("stage-final", field,
            $"Stage '{final.Stage}' is final by decision {final.Decision}. Later truth counts in the stage that is open.");

    public static Refusal StageRuns(string field, StageLine stage, DateOnly today) =>
        new("stage-runs", $"{field}.stage", string.Create(
            CultureInfo.InvariantCulture,
            $"Stage '{stage.Stage}' runs to the end of {stage.Dates.End.AddDays(-1):yyyy-MM-dd}, and today is " +
            $"{today:yyyy-MM-dd} by the plant's clock. Decide on it when it has ended."));

    public static Refusal StageKeepsRulebook(string field, StageLine stage) =>
        new("rulebook-past", $"{field}.from",
            $"Stage '{stage.Stage}' has ended and keeps the rulebook it was played by. Name the first stage that the new rulebook " +
            $"is for (from); what it would change in ended stages shows at /api/boards/{{plant}}/{{competition}}/{{stage}}/preview.");

    public static Refusal NoRulebook(string field, CompetitionId competition) =>
        new("rulebook-missing", $"{field}.stage",
            $"Competition '{competition}' has adopted no rulebook, so that nothing is scored. Adopt one first.");

    public static Refusal FinalIsNoLine() =>
        new("set-by-server", "lines",
            "A stage is made final at /api/boards/{plant}/{competition}/{stage}/final/{id}, which stores its standing; " +
            "not by a line.");
}
