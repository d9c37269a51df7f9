using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Competitions;

/// <summary>What an objection, the answer to it and the decision on a stage must keep.</summary>
internal static class DecisionRules
{
    private const int MaxNumberLength = 64;
    private const int MaxTextLength = 2_000;

    public static IEnumerable<Refusal> Check(ObjectionLine line, string field, CompetitionBook competition)
    {
        if (competition.Objections.ContainsKey(line.Objection))
        {
            yield return DecisionRefusals.ObjectionThere(field, line.Objection);
        }

        if (!competition.Stages.ContainsKey(line.Stage))
        {
            yield return LineRefusals.Unknown($"{field}.stage", "stage", line.Stage.Value);
        }

        if (line.Entrants.Count == 0)
        {
            yield return DecisionRefusals.NobodyConcerned(field, line.Objection);
        }

        foreach (var stranger in line.Entrants.Where(entrant => !competition.Entrants.ContainsKey(entrant)))
        {
            yield return LineRefusals.Unknown($"{field}.entrants", "entrant", stranger);
        }

        if (!IsText(line.Text))
        {
            yield return DecisionRefusals.TextMissing($"{field}.text", "An objection", MaxTextLength);
        }
    }

    public static IEnumerable<Refusal> Check(ObjectionAnsweredLine line, string field, CompetitionBook competition)
    {
        if (competition.Objections.GetValueOrDefault(line.Objection) is not { } known)
        {
            yield return LineRefusals.Unknown($"{field}.objection", "objection", line.Objection.Value);
        }
        else if (known.Answer is { } answer)
        {
            yield return DecisionRefusals.AnsweredAlready(field, answer);
        }

        if (!IsText(line.Answer))
        {
            yield return DecisionRefusals.TextMissing($"{field}.answer", "The answer to an objection", MaxTextLength);
        }

        if (!IsNumber(line.Decision))
        {
            yield return DecisionRefusals.NumberMissing(field, MaxNumberLength);
        }
    }

    public static IEnumerable<Refusal> Check(
        StageFinalisedLine line, string field, CompetitionBook competition, DateOnly today)
    {
        if (competition.Stages.GetValueOrDefault(line.Stage) is not { } stage)
        {
            yield return LineRefusals.Unknown($"{field}.stage", "stage", line.Stage.Value);
        }
        else if (competition.Finals.TryGetValue(line.Stage, out var final))
        {
            yield return DecisionRefusals.FinalAlready($"{field}.stage", final);
        }
        else if (today < stage.Dates.End)
        {
            yield return DecisionRefusals.StageRuns(field, stage, today);
        }

        if (competition.Rulebook is null)
        {
            yield return DecisionRefusals.NoRulebook(field, competition.Id);
        }

        if (!IsNumber(line.Decision))
        {
            yield return DecisionRefusals.NumberMissing(field, MaxNumberLength);
        }
    }

    /// <summary>What has ended keeps the rulebook that it was played by; another one is tried on it, not put under it.</summary>
    public static IEnumerable<Refusal> Check(
        RulebookAdoptedLine line, string field, CompetitionBook competition, DateOnly today)
    {
        if (line.From is { } from && !competition.Stages.ContainsKey(from))
        {
            yield return LineRefusals.Unknown($"{field}.from", "stage", from.Value);
        }
        else if (competition.Rulebook is not null)
        {
            var first = line.From is { } stage ? competition.Stages[stage].Dates.Start : DateOnly.MinValue;
            var ended = competition.Stages.Values
                .Where(other => other.Dates.End <= today && other.Dates.Start >= first)
                .MaxBy(other => other.Dates.End);
            if (ended is not null)
            {
                yield return DecisionRefusals.StageKeepsRulebook(field, ended);
            }
        }
    }

    public static IEnumerable<Refusal> Check(ReferenceLine line, string field, CompetitionBook competition)
    {
        foreach (var refusal in CheckOpen(line.Stage, field, competition))
        {
            yield return refusal;
        }

        if (string.IsNullOrWhiteSpace(line.Name) || !IsNumber(line.Source))
        {
            yield return DecisionRefusals.SourceMissing(field, MaxNumberLength);
        }
    }

    public static IEnumerable<Refusal> Check(AdjustmentLine line, string field, CompetitionBook competition)
    {
        foreach (var refusal in CheckOpen(line.Stage, field, competition))
        {
            yield return refusal;
        }

        if (!competition.Entrants.ContainsKey(line.Entrant))
        {
            yield return LineRefusals.Unknown($"{field}.entrant", "entrant", line.Entrant);
        }

        if (string.IsNullOrWhiteSpace(line.Name) || !IsNumber(line.Decision))
        {
            yield return DecisionRefusals.NumberMissing(field, MaxNumberLength);
        }
    }

    // What is final takes no figure any more.
    private static IEnumerable<Refusal> CheckOpen(StageCode stage, string field, CompetitionBook competition)
    {
        if (!competition.Stages.ContainsKey(stage))
        {
            yield return LineRefusals.Unknown($"{field}.stage", "stage", stage.Value);
        }

        if (competition.Finals.TryGetValue(stage, out var final))
        {
            yield return DecisionRefusals.FinalAlready($"{field}.stage", final);
        }
    }

    private static bool IsText(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxTextLength &&
        !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));

    private static bool IsNumber(string number) =>
        !string.IsNullOrWhiteSpace(number) && number.Length <= MaxNumberLength && !number.Any(char.IsControl);
}
