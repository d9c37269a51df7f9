using System.Collections.Immutable;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Competitions;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>A fold set of a board's rulebook and the dates that it folds there.</summary>
internal sealed record BoardFold(FoldSet Set, DateRange Dates)
{
    private readonly IReadOnlySet<string> _measures = Set.Measures;

    /// <summary>Whether a figure of this measure and date goes into the fold.</summary>
    public bool Takes(MeasureCode measure, DateOnly date) => Dates.Contains(date) && _measures.Contains(measure.Value);
}

/// <summary>What a board is made by: rulebook, dates, fold sets, entrants; as one version of the plant's book has it.</summary>
internal sealed record BoardSetup(
    BoardId Board,
    CompetitionBook Competition,
    StageLine Stage,
    CompiledRulebook Rulebook,
    StageCalendar Calendar,
    ImmutableArray<BoardFold> Folds)
{
    /// <summary>What the figures of its rulebook are about: of a plant's board they may be few of all that is entered.</summary>
    public ImmutableHashSet<SubjectKind> Subjects { get; init; } = [];

    public EntrantKind Entrants => Rulebook.Definition.Entrants;

    /// <summary>The shortest range that holds the stage and the dates of every fold.</summary>
    public DateRange Span => Folds.Select(fold => fold.Dates).Aggregate(Stage.Dates, (one, other) => one.Span(other));

    /// <summary>The setup of a stage; null where the competition, the stage or a rulebook in force is missing.</summary>
    public static BoardSetup? Of(BoardId board, PlantBook book, RulebookShelf shelf)
    {
        if (book.Competitions.GetValueOrDefault(board.Competition) is not { } competition ||
            competition.Stages.GetValueOrDefault(board.Stage) is not { } stage ||
            competition.RulebookOf(stage) is not { } hash)
        {
            return null;
        }

        return Of(board, book, competition, stage, shelf.Compiled(book.Rulebooks[hash], book));
    }

    /// <summary>The same board, were it scored by another rulebook.</summary>
    public BoardSetup With(CompiledRulebook rulebook, PlantBook book) => Of(Board, book, Competition, Stage, rulebook);

    private static BoardSetup Of(
        BoardId board, PlantBook book, CompetitionBook competition, StageLine stage, CompiledRulebook rulebook)
    {
        var calendar = CalendarOf(competition, stage);
        var folds = rulebook.FoldSets
            .Select(set => calendar.SpanOf(set.Window) is { } span
                ? new BoardFold(set, new DateRange(span.Start, span.End))
                : null)
            .OfType<BoardFold>();
        return new BoardSetup(board, competition, stage, rulebook, calendar, [.. folds])
        {
            Subjects =
            [
                .. rulebook.FoldSets
                    .SelectMany(set => set.Measures)
                    .Where(IdText.IsValid)
                    .SelectMany(measure => book.SubjectsOf(new MeasureCode(measure))),
            ],
        };
    }

    /// <summary>Every board of a plant that can be made.</summary>
    public static ImmutableArray<BoardSetup> All(PlantBook book, RulebookShelf shelf) =>
    [
        .. book.Competitions.Values
            .SelectMany(competition => competition.Stages.Keys
                .Select(stage => Of(new BoardId(book.Plant, competition.Id, stage), book, shelf)))
            .OfType<BoardSetup>(),
    ];

    /// <summary>Whether figures about the subject can count on this board.</summary>
    public bool Concerns(SubjectId subject) => Subjects.Contains(subject.Kind) && (Entrants, subject.Kind) switch
    {
        (EntrantKind.Team, SubjectKind.Team) or (EntrantKind.Person, SubjectKind.Person) =>
            Competition.Entrants.ContainsKey(subject.Key),
        (EntrantKind.Branch, SubjectKind.Team or SubjectKind.Branch) => true,
        (EntrantKind.Project, SubjectKind.Team or SubjectKind.Project) => true,
        (EntrantKind.Plant, _) => true,
        _ => false,
    };

    /// <summary>The subject that plans and verdicts of an entrant are about.</summary>
    public SubjectId SubjectOf(string entrant) => new(
        Entrants switch
        {
            EntrantKind.Team => SubjectKind.Team,
            EntrantKind.Branch or EntrantKind.Plant => SubjectKind.Branch,
            EntrantKind.Project => SubjectKind.Project,
            EntrantKind.Person or EntrantKind.Leader => SubjectKind.Person,
            EntrantKind.NotSet => throw new InvalidOperationException("A rulebook names the kind of its entrants."),
        },
        entrant);

    /// <summary>Boards are judged minute by minute: the start of an instant's minute.</summary>
    public static DateTimeOffset Minute(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>The date that the board is judged at: today, but within its stage.</summary>
    public DateOnly AsOf(DateOnly today) =>
        today < Stage.Dates.Start ? Stage.Dates.Start
        : today >= Stage.Dates.End ? Stage.Dates.End.AddDays(-1)
        : today;

    private static StageCalendar CalendarOf(CompetitionBook competition, StageLine stage) => new(
        SpanOf(stage),
        new DateOnly(stage.Dates.Start.Year, 1, 1),
        [
            .. competition.Stages.Values
                .Where(other => other.Dates.End <= stage.Dates.Start)
                .OrderByDescending(other => other.Dates.Start)
                .Select(SpanOf),
        ]);

    private static DateSpan SpanOf(StageLine stage) => new(stage.Dates.Start, stage.Dates.End);
}
