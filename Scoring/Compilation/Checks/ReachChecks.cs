namespace Ganchao.Scoring;

/// <summary>Grades and awards that nobody can reach, and conditions that can never hold.</summary>
internal sealed class ReachChecks(RulebookDefinition book, Findings findings)
{
    private readonly Dictionary<string, decimal> _constants = book.Constants
        .DistinctBy(static constant => constant.Name)
        .ToDictionary(static constant => constant.Name, static constant => constant.Value, StringComparer.Ordinal);

    private readonly Dictionary<string, NumberRange> _known = Known(book);

    public void Run()
    {
        CheckGrades();
        foreach (var award in book.Awards)
        {
            Check(award);
        }

        foreach (var gate in book.Gates.Where(gate => Taken(gate.When).IsNever))
        {
            WarnNever(gate.When, $"否决 {gate.Id}", $"gate {gate.Id}");
        }

        foreach (var rule in book.Eligibility.Where(rule => Taken(rule.Formula).IsNever))
        {
            WarnNever(rule.Formula, $"资格 {rule.Id}", $"eligibility rule {rule.Id}");
        }
    }

    private void CheckGrades()
    {
        var earlier = new List<(GradeDefinition Grade, Conjunction When)>();
        foreach (var grade in book.Grades.Take(FormulaLimits.Grades).Where(static grade => grade.When is not null))
        {
            var when = Taken(grade.When!);
            var before = earlier.Find(before => when.Implies(before.When)).Grade;
            if (when.IsNever || before is not null)
            {
                findings.Error(
                    "grade-unreachable",
                    grade.Place,
                    before is null
                        ? $"等级 {grade.Id} 的条件永远不能成立:请改条件或删去。"
                        : $"凡合等级 {grade.Id} 条件的,都先得了 {before.Id},永远轮不到:请调换次序、改条件或删去。",
                    before is null
                        ? $"The condition of grade {grade.Id} can never hold; change it or take the grade out."
                        : $"Whoever meets the condition of grade {grade.Id} is given {before.Id} before; change their order " +
                        $"or a condition, or take the grade out.");
            }

            earlier.Add((grade, when));
        }
    }

    private void Check(AwardDefinition award)
    {
        if ((award.When is { } when && Taken(when).IsNever)
            || (award.Kind == AwardKind.Places
                && award.Tables.SelectMany(static table => table.Money.Values).All(static money => money == 0m)))
        {
            findings.Warning(
                "award-unreachable",
                award.Place,
                $"奖励 {award.Id} 谁也得不到:条件互相矛盾,或没有一个名次有奖金;请改正,或在发布时写明接受。",
                $"Nobody can get award {award.Id}: its condition contradicts itself, or no place is worth anything; correct " +
                $"it, or accept this when publishing.");
        }
    }

    private void WarnNever(Formula formula, string zh, string en) => findings.Warning(
        "condition-never-holds",
        formula.Place,
        $"{zh} 的条件永远不能成立:请改正,或在发布时写明接受。",
        $"The condition of {en} can never hold; correct it, or accept this when publishing.");

    private Conjunction Taken(Formula formula) =>
        new(formula.Root, name => _constants.TryGetValue(name, out var number) ? number : null, _known);

    /// <summary>Floor and cap, rounded as the column is; a gate on the column may lead out of them.</summary>
    private static Dictionary<string, NumberRange> Known(RulebookDefinition book)
    {
        bool IsFree(GateScope scope, string id) =>
            !book.Gates.SelectMany(static gate => gate.Effects).Any(effect => effect.Scope == scope && effect.Target == id);

        static NumberRange Between(decimal? floor, decimal? cap, int? decimals, RoundingMode rounding)
        {
            decimal? Rounded(decimal? bound) =>
                bound is { } number && decimals is { } places ? Exact.Rounded(number, places, rounding) : bound;

            return floor > cap ? NumberRange.All : new NumberRange(Rounded(floor), true, Rounded(cap), true);
        }

        var known = new Dictionary<string, NumberRange>(StringComparer.Ordinal);
        if (IsFree(GateScope.Total, ""))
        {
            known["total"] = Between(book.Total.Floor, book.Total.Cap, book.Total.Decimals, book.Total.Rounding);
        }

        foreach (var section in book.Sections.Where(section => IsFree(GateScope.Section, section.Id)))
        {
            known[$"section({section.Id})"] = Between(section.Floor, section.Cap, section.Decimals, section.Rounding);
        }

        return known;
    }
}
