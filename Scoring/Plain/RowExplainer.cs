namespace Ganchao.Scoring.Plain;

/// <summary>Opens one entrant's line: total, sections, points, values, gates, down to the entries.</summary>
internal sealed class RowExplainer(Recount recount, Scored entrant)
{
    private static readonly ValueList<Explanation> NoParts = ValueList<Explanation>.Empty;

    private RulebookDefinition Rulebook => recount.Rulebook;

    /// <param name="awards">What the entrant gets; only the whole field tells.</param>
    public Explanation Row(ValueList<AwardFinding> awards)
    {
        var gates = Rulebook.Gates
            .Where(gate => recount.Gates.Fired(entrant, gate) != Verdict.No)
            .Select(gate => Opened(ExplanationKind.Gate, gate.Id, gate.When, recount.Columns.GateCondition(entrant, gate), []));
        var eligibility = Rulebook.Eligibility.Zip(
            recount.Eligibility.Findings(entrant),
            (rule, finding) => Opened(ExplanationKind.Eligibility, rule.Id, rule.Formula, finding.Met, []));
        var awarded = Rulebook.Awards.Select(award => Award(award, awards));
        return new Explanation(
            ExplanationKind.Row,
            entrant.Id,
            "",
            "",
            recount.Columns.Total(entrant),
            Note.None,
            ValueList.Of([Total(), .. gates, .. eligibility, .. Grade(), .. awarded]));
    }

    /// <summary>The grade, and below it every condition that was asked for it.</summary>
    private IEnumerable<Explanation> Grade()
    {
        if (Rulebook.Grades.IsEmpty)
        {
            return [];
        }

        var given = recount.Grades.Of(entrant);
        var result = given.Undecided == NaReason.None ? Result.Of(given.Id.Length > 0) : Result.Na(given.Undecided);
        var asked = recount.Grades.AskedFor(entrant).Select(grade => OneGrade(grade));
        return [new(ExplanationKind.Grade, given.Id, "", "", result, NoteWords.Grade(given, Rulebook), ValueList.Of(asked))];
    }

    private Explanation Award(AwardDefinition award, ValueList<AwardFinding> awards)
    {
        var got = awards.FirstOrDefault(finding => finding.Id == award.Id);
        var result = got switch
        {
            null => Result.Of(false),
            { Undecided: not NaReason.None and var reason } => Result.Na(reason),
            _ => Result.Of(got.Money ?? 1m),
        };
        Formula?[] asked = [award.When, award.Weight, award.Money, .. award.By.Select(static key => key.Formula)];
        return new Explanation(
            ExplanationKind.Award,
            award.Id,
            "",
            "",
            result,
            NoteWords.Award(award, got),
            ValueList.Of(asked.OfType<Formula>().Select(formula => Asked(award, formula))));
    }

    private Explanation Asked(AwardDefinition award, Formula formula)
    {
        var result = Formulas.Evaluate(formula.Root, new EntrantSurroundings(recount, entrant, own: null));
        return Opened(ExplanationKind.Award, award.Id, formula, result, []) with { Note = NoteWords.Named(award.Names) };
    }

    private Explanation OneGrade(GradeDefinition grade)
    {
        var met = recount.Columns.GradeCondition(entrant, grade);
        var note = NoteWords.Named(grade.Names);
        return grade.When is { } when
            ? Opened(ExplanationKind.Grade, grade.Id, when, met, []) with { Note = note }
            : new Explanation(ExplanationKind.Grade, grade.Id, "", "", met, note, NoParts);
    }

    private Explanation Total()
    {
        var total = Rulebook.Total;
        var result = recount.Columns.Total(entrant);
        var columns = Rulebook.Sections.Select(Section).Concat(recount.Columns.IndicatorsOf("").Select(Points));
        var after = Finishing(total.Floor, total.Cap, total.Decimals, total.Rounding).Concat(GatesOn(GateScope.Total, ""));
        if (total.Formula is { } formula)
        {
            return Opened(ExplanationKind.Total, "total", formula, result, [.. columns, .. after]);
        }

        var summands = columns.ToList();
        return new Explanation(
            ExplanationKind.Total,
            "total",
            string.Join(" + ", summands.Select(static part => part.Subject)),
            string.Join(" + ", summands.Select(static part => NormalNumber.Of(part.Result))),
            result,
            Note.None,
            ValueList.Of([.. summands, .. after]));
    }

    private Explanation Section(SectionDefinition section)
    {
        var points = recount.Columns.IndicatorsOf(section.Id).Select(Points).ToList();
        var between = section.HighestOnly ? "; " : " + ";
        return new Explanation(
            ExplanationKind.Section,
            section.Id,
            string.Join(between, points.Select(static part => part.Subject)),
            string.Join(between, points.Select(static part => NormalNumber.Of(part.Result))),
            recount.Columns.Section(entrant, section),
            section.HighestOnly ? new Note("只取最高", "only the highest counts") : Weight(section.Weight),
            ValueList.Of([
                .. points,
                .. Finishing(section.Floor, section.Cap, section.Decimals, section.Rounding),
                .. GatesOn(GateScope.Section, section.Id),
            ]));
    }

    private Explanation Points(IndicatorDefinition indicator)
    {
        var result = recount.Columns.Points(entrant, indicator);
        var value = Opened(
            ExplanationKind.Value,
            indicator.Id,
            indicator.Value.Formula,
            recount.Columns.Value(entrant, indicator),
            Finishing(floor: null, cap: null, indicator.Value.Decimals, indicator.Value.Rounding));
        Explanation[] after = [.. Effect(indicator), .. GatesOn(GateScope.Indicator, indicator.Id)];
        if (indicator.Points is not { } points)
        {
            return new Explanation(
                ExplanationKind.Points, indicator.Id, "value", NormalNumber.Of(value.Result), result, Note.None,
                    ValueList.Of([value, .. after]));
        }

        var explainer = new FormulaExplainer(points.Formula, new EntrantSurroundings(recount, entrant, indicator));
        return new Explanation(
            ExplanationKind.Points,
            indicator.Id,
            points.Formula.Text,
            explainer.Numbers,
            result,
            Note.None,
            ValueList.Of(
                [value, .. explainer.Parts, .. Finishing(floor: null, cap: null, points.Decimals, points.Rounding), .. after]));
    }

    private IEnumerable<Explanation> Effect(IndicatorDefinition indicator)
    {
        if (recount.Columns.EffectOn(entrant, indicator) is not { } effect)
        {
            return [];
        }

        var reason = recount.Columns.ComputedPoints(entrant, indicator).Reason;
        var note = NoteWords.StandIn(effect.Mark, reason);
        return [new(
            ExplanationKind.MissingEffect, indicator.Id, "", "", recount.Columns.PointsBeforeGates(entrant, indicator), note,
            NoParts)];
    }

    private IEnumerable<Explanation> GatesOn(GateScope scope, string target) =>
        recount.Gates.EffectsOn(entrant, scope, target).Select(fired =>
        {
            var number = NormalNumber.Of(fired.Effect.Number);
            var note = fired.Effect.Action switch
            {
                GateAction.Set => new Note($"改为 {number}", $"set to {number}"),
                GateAction.Add => new Note($"加 {number}", $"{number} added"),
                _ => new Note("不计", "left out"),
            };
            return new Explanation(
                ExplanationKind.Gate, fired.Gate.Id, fired.Gate.When.Text, "", Result.Of(true), note, NoParts);
        });

    private static IEnumerable<Explanation> Finishing(decimal? floor, decimal? cap, int? decimals, RoundingMode rounding)
    {
        if (floor is { } low)
        {
            yield return Bound("floor", low, new Note("下限", "not less than this"));
        }

        if (cap is { } high)
        {
            yield return Bound("cap", high, new Note("上限", "not more than this"));
        }

        if (decimals is { } places)
        {
            yield return Bound("round", places, NoteWords.Rounded(places, rounding));
        }
    }

    private static Explanation Bound(string subject, decimal number, Note note) =>
        new(ExplanationKind.Rounding, subject, "", "", Result.Of(number), note, NoParts);

    private static Note Weight(decimal weight) =>
        weight == 1m ? Note.None : new Note($"权重 {NormalNumber.Of(weight)}", $"weight {NormalNumber.Of(weight)}");

    private Explanation Opened(
        ExplanationKind kind, string subject, Formula formula, Result result, IEnumerable<Explanation> after)
    {
        var explainer = new FormulaExplainer(formula, new EntrantSurroundings(recount, entrant, own: null));
        return new Explanation(
            kind, subject, formula.Text, explainer.Numbers, result, Note.None, ValueList.Of([.. explainer.Parts, .. after]));
    }
}
