using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Builds the columns of a rulebook in an order in which each follows what it uses: values, computed points,
/// points, sections, total,
/// gates, eligibility, grades, awards, ranking keys.
/// </summary>
internal sealed class ColumnCompiler
{
    private readonly RulebookDefinition _book;
    private readonly RulebookSymbols _symbols;
    private readonly Findings _findings;
    private readonly FoldPlans _folds;
    private readonly FigureTable _figures;
    private readonly List<ColumnPlan> _plans;
    private readonly ColumnTable _table;

    public ColumnCompiler(RulebookSymbols symbols, FoldPlans folds, FigureTable figures, Findings findings)
    {
        (_book, _symbols, _folds, _figures, _findings) = (symbols.Definition, symbols, folds, figures, findings);
        _plans = [.. Plans()];
        _table = new ColumnTable(_plans.Select(static plan => plan.Name).ToHashSet(StringComparer.Ordinal));
    }

    public ColumnTable Compile()
    {
        var positions =
            _plans.Select(static (plan, i) => (plan.Name, i)).DistinctBy(static p => p.Name).ToDictionary(StringComparer.Ordinal);
        IEnumerable<int> SourcesOf(int plan) => _plans[plan].Uses.Where(positions.ContainsKey).Select(name => positions[name]);
        var order = new DependencyOrder(_plans.Count, SourcesOf);
        foreach (var plan in order.InCycles.Select(position => _plans[position]))
        {
            _findings.Error(
                "cycle",
                plan.Place,
                $"{plan.Name} 绕回自身或依赖这样的列:请断开循环。",
                $"{plan.Name} leads back to itself, or depends on a column that does; break the circle.");
        }

        foreach (var position in InFewWaves(order.Ordered, SourcesOf))
        {
            Build(_plans[position]);
        }

        foreach (var award in _book.Awards.Where(static award => AwardOrder.AsksForAwards(award.When)))
        {
            var builder = new ColumnFormulaBuilder(_symbols, _findings, award.When!, _table, _folds, _figures, null)
            {
                KnowsAwards = true,
            };
            _table.AddLate(award.Id, builder.Build(award.When!.Root, ValueKind.Truth), builder);
        }

        foreach (var account in _book.Accounts)
        {
            var formula = account.Formula;
            var builder = new ColumnFormulaBuilder(_symbols, _findings, formula.Formula, _table, _folds, _figures, null)
            {
                KnowsPayments = true,
            };
            var balance = builder.Build(formula.Formula.Root, ValueKind.Number);
            _table.AddAccount(Rounded(balance, formula.Decimals, formula.Rounding), builder);
        }

        return _table;
    }

    /// <summary>The same order, but what looks at others comes as late as all else that looks as far.</summary>
    private IEnumerable<int> InFewWaves(IReadOnlyList<int> ordered, Func<int, IEnumerable<int>> sourcesOf)
    {
        var looks = new int[_plans.Count];
        foreach (var plan in ordered)
        {
            looks[plan] = sourcesOf(plan).Select(source => looks[source]).DefaultIfEmpty(0).Max()
                + (_plans[plan].LooksAtOthers ? 1 : 0);
        }

        return ordered.OrderBy(plan => looks[plan]);
    }

    private void Build(ColumnPlan plan)
    {
        var builder = new ColumnFormulaBuilder(_symbols, _findings, plan.Formula, _table, _folds, _figures, plan.Indicator);
        var root = plan.Finish(plan.Formula.Text.Length == 0 ? Nothing(plan) : builder.Build(plan.Formula.Root, plan.Kind));
        _table.Add(plan.Name, root, builder);
    }

    /// <summary>A column that has no formula of its own gathers others; its finish puts the root in place.</summary>
    private static LiteralNode<Row> Nothing(ColumnPlan plan) => new(ValueKind.NotSet, Result.Na(NaReason.Missing), plan.Name);

    private IEnumerable<ColumnPlan> Plans() =>
        _book.Indicators.SelectMany(IndicatorPlans)
            .Concat(_book.Adjustments.SelectMany(AdjustmentPlans))
            .Concat(_book.Sections.Select(SectionPlan))
            .Append(TotalPlan())
            .Concat(_book.Gates.Select(static gate => new ColumnPlan(ColumnNames.Gate(gate.Id), gate.When, ValueKind.Truth)))
            .Concat(_book.Eligibility.Select(
                static rule => new ColumnPlan(ColumnNames.Eligibility(rule.Id), rule.Formula, ValueKind.Truth)))
            .Append(EligiblePlan())
            .Concat(GradePlans())
            .Concat(_book.Awards.SelectMany(AwardPlans))
            .Concat(_book.Carries.SelectMany(CarryPlans))
            .Concat(_book.Accounts.Where(static account => account.Start is not null).Select(static account =>
                new ColumnPlan(ColumnNames.AccountStart(account.Id), account.Start!, ValueKind.Number)))
            .Concat(_book.Ranking.By.Select(
                static (key, i) => new ColumnPlan(ColumnNames.Key(i), key.Formula, ValueKind.Number)));

    private IEnumerable<ColumnPlan> IndicatorPlans(IndicatorDefinition indicator)
    {
        ImmutableArray<string> applies = [];
        if (indicator.Applies is { } condition)
        {
            applies = [ColumnNames.Applies(indicator.Id)];
            yield return new ColumnPlan(applies[0], condition, ValueKind.Truth);
        }

        yield return new ColumnPlan(ColumnNames.Value(indicator.Id), indicator.Value.Formula, ValueKind.Number)
        {
            AlsoUses = applies,
            Finish = root => Applied(
                Rounded(root, indicator.Value.Decimals, indicator.Value.Rounding), indicator, needsAnswer: true),
        };

        var points = indicator.Points ?? new RoundedFormula(
            new Formula("value", new NameExpr("value", 0, 5), indicator.Place), null, RoundingMode.HalfAway);
        yield return new ColumnPlan(ColumnNames.Computed(indicator.Id), points.Formula, ValueKind.Number)
        {
            Indicator = indicator,
            AlsoUses = applies,
            Finish = root => Applied(Rounded(root, points.Decimals, points.Rounding), indicator, needsAnswer: true),
        };

        var gates = GatesOn(GateScope.Indicator, indicator.Id);
        yield return new ColumnPlan(ColumnNames.Points(indicator.Id), indicator.Place)
        {
            Uses = [ColumnNames.Computed(indicator.Id), .. applies, .. gates.Names],
            Finish = _ => Applied(
                Gated(new EffectNode(Whole(ColumnNames.Computed(indicator.Id)), indicator), gates),
                indicator,
                needsAnswer: false),
        };
    }

    private Node<Row> Applied(Node<Row> inner, IndicatorDefinition indicator, bool needsAnswer) => indicator.Applies is null
        ? inner
        : new AppliesNode(inner, _table.Find(ColumnNames.Applies(indicator.Id))!.Position, indicator.Id, needsAnswer);

    private ColumnPlan SectionPlan(SectionDefinition section)
    {
        var members = _book.Indicators.Where(indicator => indicator.Section == section.Id).ToList();
        var gates = GatesOn(GateScope.Section, section.Id);
        return new ColumnPlan(ColumnNames.Section(section.Id), section.Place)
        {
            Uses = [.. members.Select(static member => ColumnNames.Points(member.Id)), .. gates.Names],
            Finish = _ =>
            {
                var gathered = new GatheredNode([.. members.Select(Part)], section.HighestOnly, section.Id);
                Node<Row> weighted = section.Weight == 1m ? gathered : new WeightedNode(gathered, section.Weight);
                var bounded = new BoundedNode(weighted, section.Floor, section.Cap);
                return Gated(Rounded(bounded, section.Decimals, section.Rounding), gates);
            },
        };
    }

    private ColumnPlan TotalPlan()
    {
        var gates = GatesOn(GateScope.Total, "");
        var total = _book.Total;
        Node<Row> Finish(Node<Row> root) =>
            Gated(Rounded(new BoundedNode(root, total.Floor, total.Cap), total.Decimals, total.Rounding), gates);

        if (total.Formula is { } formula)
        {
            return new ColumnPlan(ColumnNames.Total, formula, ValueKind.Number) { Finish = Finish, AlsoUses = gates.Names };
        }

        var sections =
            _book.Sections.Where(section => _book.Indicators.Any(indicator => indicator.Section == section.Id)).ToList();
        var loose = _book.Indicators.Where(static indicator => indicator.Section.Length == 0).ToList();
        return new ColumnPlan(ColumnNames.Total, new TextPlace(1, 1))
        {
            Uses = [
                .. sections.Select(static section => ColumnNames.Section(section.Id)),
                .. loose.Select(static indicator => ColumnNames.Points(indicator.Id)),
                .. gates.Names],
            Finish = _ => Finish(new GrandTotalNode(
                [.. sections.Select(
                    section => (_table.Find(ColumnNames.Section(section.Id))!.Position, section.Id, (decimal?)null))],
                loose.Count == 0 ? null : new GatheredNode([.. loose.Select(Part)], highestOnly: false, ColumnNames.Total))),
        };
    }

    /// <summary>After all gates, whatever they act on: a gate that looks at a grade is a cycle.</summary>
    private IEnumerable<ColumnPlan> GradePlans()
    {
        if (_book.Grades.IsEmpty)
        {
            return [];
        }

        var conditions = _book.Grades.Where(static grade => grade.When is not null).Select(
            static grade => new ColumnPlan(ColumnNames.Graded(grade.Id), grade.When!, ValueKind.Truth));
        return conditions.Append(new ColumnPlan(ColumnNames.Grade, _book.Grades[0].Place)
        {
            Uses = [
                .. _book.Grades.Where(static grade => grade.When is not null)
                    .Select(static grade => ColumnNames.Graded(grade.Id)),
                .. _book.Gates.Select(static gate => ColumnNames.Gate(gate.Id))],
            Finish = _ => new GradeNode(
                [.. _book.Grades.Select(grade => (grade, grade.When is null ? null : Position(ColumnNames.Graded(grade.Id))))],
                [.. _book.Gates
                    .Where(static gate => gate.Effects.Any(
                        static effect => effect is { Scope: GateScope.Grade, Action: GateAction.Exclude }))
                    .Select(gate => (gate.Id, _table.Find(ColumnNames.Gate(gate.Id))!.Position))]),
        });
    }

    private static IEnumerable<ColumnPlan> CarryPlans(CarryDefinition carry)
    {
        if (carry.Start is { } start)
        {
            yield return new ColumnPlan(ColumnNames.CarryStart(carry.Id), start, ValueKind.Number);
        }

        yield return new ColumnPlan(ColumnNames.Carry(carry.Id), carry.Formula.Formula, ValueKind.Number)
        {
            Finish = root => Rounded(root, carry.Formula.Decimals, carry.Formula.Rounding),
        };
    }

    private static IEnumerable<ColumnPlan> AdjustmentPlans(AdjustmentDefinition adjustment) =>
    [
        new(ColumnNames.AdjustmentFrom(adjustment.Id), adjustment.From, ValueKind.Number),
        new(ColumnNames.AdjustmentTo(adjustment.Id), adjustment.To, ValueKind.Number),
    ];

    private ColumnPlan EligiblePlan() => new(ColumnNames.Eligible, new TextPlace(1, 1))
    {
        Uses = [.. _book.Eligibility.Select(static rule => ColumnNames.Eligibility(rule.Id))],
        Finish = _ => new EligibleNode(
            [.. _book.Eligibility.Select(rule => _table.Find(ColumnNames.Eligibility(rule.Id))!.Position)]),
    };

    /// <summary>What an award asks of each entrant; who gets it is told by the whole field.</summary>
    private static IEnumerable<ColumnPlan> AwardPlans(AwardDefinition award)
    {
        if (award.When is { } when && !AwardOrder.AsksForAwards(when))
        {
            yield return new ColumnPlan(ColumnNames.AwardWhen(award.Id), when, ValueKind.Truth);
        }

        if (award.Quota is { } quota)
        {
            yield return new ColumnPlan(ColumnNames.AwardQuota(award.Id), quota, ValueKind.Number);
        }

        if (award.Pool is { } pool)
        {
            yield return new ColumnPlan(ColumnNames.AwardPool(award.Id), pool, ValueKind.Number);
        }

        foreach (var (position, table) in award.Tables.Index())
        {
            if (table.When is { } holds)
            {
                yield return new ColumnPlan(ColumnNames.AwardTable(award.Id, position), holds, ValueKind.Truth);
            }
        }

        if ((award.Weight ?? award.Money) is { } figure)
        {
            yield return new ColumnPlan(ColumnNames.AwardFigure(award.Id), figure, ValueKind.Number);
        }

        foreach (var (position, key) in award.By.Index())
        {
            yield return new ColumnPlan(ColumnNames.AwardKey(award.Id, position), key.Formula, ValueKind.Number);
        }
    }

    private int? Position(string name) => _table.Find(name)!.Position;

    private (int Column, string Id, decimal? Base) Part(IndicatorDefinition indicator) =>
        (_table.Find(ColumnNames.Points(indicator.Id))!.Position, indicator.Id, indicator.Base);

    private ColumnNode Whole(string name)
    {
        var column = _table.Find(name)!;
        return new ColumnNode(column.Position, name, column.Root.Type, column.Root.Formula);
    }

    private (ImmutableArray<string> Names, ImmutableArray<(GateDefinition Gate, GateEffect Effect)> Effects) GatesOn(
        GateScope scope, string target)
    {
        ImmutableArray<(GateDefinition Gate, GateEffect Effect)> effects = [.. _book.Gates.SelectMany(gate => gate.Effects
            .Where(effect => effect.Scope == scope && effect.Target == target)
            .Select(effect => (gate, effect)))];
        return ([.. effects.Select(static found => ColumnNames.Gate(found.Gate.Id)).Distinct()], effects);
    }

    private Node<Row> Gated(
        Node<Row> inner,
            (ImmutableArray<string> Names, ImmutableArray<(GateDefinition Gate, GateEffect Effect)> Effects) gates) =>
        gates.Effects.IsEmpty ? inner : new GatedNode(
            inner,
            [.. gates.Effects.Select(
                found => (found.Gate.Id, _table.Find(ColumnNames.Gate(found.Gate.Id))!.Position, found.Effect))]);

    private static Node<Row> Rounded(Node<Row> inner, int? decimals, RoundingMode mode) =>
        decimals is { } places ? new RoundedNode(inner, places, mode) : inner;
}
