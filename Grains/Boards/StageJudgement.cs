using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>
/// What a stage's figures are worth: counted for now, or certified; and whose verdict is missing. A total is judged for every
/// measure of the rulebook that somebody certifies and every entrant with figures of it; a verdict holds while none of
/// these figures was recorded after its position.
/// </summary>
internal sealed record StageJudgement(BoardMode Mode, ImmutableArray<Names> Waiting)
{
    /// <summary>The stage runs, or nobody certifies anything in it: 暂计.</summary>
    public static StageJudgement Running { get; } = new(BoardMode.Current, []);

    public static bool HasEnded(BoardSetup setup, DateOnly today) => today >= setup.Stage.Dates.End;

    /// <summary>The judgement of a stage that has ended.</summary>
    /// <param name="setup">The board.</param>
    /// <param name="book">The plant's book, with the verdicts.</param>
    /// <param name="facts">Every fact of the plant dated in the stage, void ones included.</param>
    public static StageJudgement Of(BoardSetup setup, PlantBook book, IReadOnlyList<PlacedFact> facts)
    {
        var certified = CertifiedMeasures(setup, book);
        if (certified.IsEmpty)
        {
            return Running;
        }

        var figures = facts
            .Where(fact => certified.Any(measure => measure.Measure == fact.Row.Measure))
            .Select(fact => (fact, Entrant: ScoringFacts.EntrantOf(fact.Row, book, setup.Entrants)))
            .Where(figure => figure.Entrant is not null && setup.Competition.Entrants.ContainsKey(figure.Entrant))
            .ToLookup(figure => (figure.fact.Row.Measure, figure.Entrant!), figure => figure.fact);
        ImmutableArray<Names> waiting =
        [
            .. certified
                .SelectMany(measure => setup.Competition.Entrants.Keys
                    .Where(entrant => figures[(measure.Measure, entrant)].Any(fact => fact.Row.Scaled is not null))
                    .SelectMany(entrant => Missing(setup, book, measure, entrant, figures[(measure.Measure, entrant)])))
                .Distinct()
                .Select(department => book.Organisation.Last(department)?.Names ?? new Names(department.Value)),
        ];
        return new StageJudgement(waiting.IsEmpty ? BoardMode.Certified : BoardMode.Current, waiting);
    }

    /// <summary>Two lists of the same departments are the same.</summary>
    public bool Equals(StageJudgement? other) =>
        other is not null && Mode == other.Mode && Waiting.SequenceEqual(other.Waiting);

    public override int GetHashCode() => HashCode.Combine(Mode, Waiting.Length);

    private static ImmutableArray<MeasureLine> CertifiedMeasures(BoardSetup setup, PlantBook book) =>
    [
        .. setup.Rulebook.Definition.Inputs
            .Select(input => input.Measure)
            .Where(IdText.IsValid)
            .Distinct()
            .Select(measure => book.Measure(new MeasureCode(measure), setup.Stage.Dates.Start))
            .OfType<MeasureLine>()
            .Where(measure => measure.Certifiers.Count > 0),
    ];

    private static IEnumerable<UnitId> Missing(
        BoardSetup setup, PlantBook book, MeasureLine measure, string entrant, IEnumerable<PlacedFact> figures)
    {
        var verdicts = book.VerdictsOn(new CertificationId(
            book.Plant, measure.Measure, setup.SubjectOf(entrant), setup.Stage.Dates));
        var last = figures.Max(fact => fact.Position);
        return measure.Certifiers.Where(
            department => verdicts.GetValueOrDefault(department) is not { } accepted || accepted.Position < last);
    }
}
