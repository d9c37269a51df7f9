namespace Ganchao.Scoring.Plain;

/// <summary>One recount: what was given, and the parts of the language that work on it and on each other.</summary>
internal sealed class Recount
{
    private readonly Dictionary<string, int> _sizes = [];

    public Recount(RulebookDefinition rulebook, IReadOnlyList<Scored> entrants, StageCalendar calendar, DateOnly asOf)
    {
        Rulebook = rulebook;
        Entrants = entrants;
        AsOf = asOf;
        Stage = calendar.Figures;
        Inputs = new Inputs(rulebook);
        Folds = new Folds(Inputs, calendar);
        Occasions = new Occasions(this, calendar);
        FigureFolds = new FigureFolds(this);
        Cohorts = new Cohorts(this);
        Columns = new Columns(this);
        Gates = new Gates(this);
        Eligibility = new Eligibility(this);
        Grades = new Grades(this);
    }

    public RulebookDefinition Rulebook { get; }

    public IReadOnlyList<Scored> Entrants { get; }

    public DateOnly AsOf { get; }

    public StageFigures Stage { get; }

    public bool DivisionsApart => Rulebook.Ranking.DivisionsApart;

    public Inputs Inputs { get; }

    public Folds Folds { get; }

    public Occasions Occasions { get; }

    public FigureFolds FigureFolds { get; }

    public Cohorts Cohorts { get; }

    public Columns Columns { get; }

    public Gates Gates { get; }

    public Eligibility Eligibility { get; }

    public Grades Grades { get; }

    /// <summary>Null until places are given.</summary>
    public Awards? Awards { get; set; }

    /// <summary>How many of the entrant's field are no guests.</summary>
    public int SizeFor(Scored entrant)
    {
        var field = DivisionsApart ? entrant.Entrant.Division : "";
        if (!_sizes.TryGetValue(field, out var size))
        {
            _sizes[field] = size = Cohorts.MembersFor(entrant).Count();
        }

        return size;
    }

    /// <summary>The ranking columns, rounded for comparison.</summary>
    public IReadOnlyList<Result> Keys(Scored entrant) =>
    [
        .. Rulebook.Ranking.By.Select(column => Numbers.Compared(
            Formulas.Evaluate(column.Formula.Root, new EntrantSurroundings(this, entrant, own: null)))),
    ];

    /// <summary>The entrant's line, without a place yet.</summary>
    public StandingRow Row(Scored entrant)
    {
        var eligibility = Eligibility.Findings(entrant);
        return new StandingRow(new RowFigures
        {
            Entrant = entrant.Id,
            Division = entrant.Entrant.Division,
            Guest = entrant.Entrant.Guest,
            Total = Columns.Total(entrant),
            Keys = ValueList.Of(Keys(entrant)),
            Indicators = ValueList.Of(Rulebook.Indicators.Select(indicator => new IndicatorScore(
                indicator.Id,
                Columns.Value(entrant, indicator),
                Columns.Points(entrant, indicator),
                Columns.EffectOn(entrant, indicator)?.Mark ?? ""))),
            Sections = ValueList.Of(Rulebook.Sections.Select(section => new SectionScore(
                section.Id,
                Columns.Section(entrant, section)))),
            Gates = ValueList.Of(Gates.Findings(entrant)),
            Eligibility = ValueList.Of(eligibility),
            Eligible = Eligibility.Of(eligibility),
            GradeGiven = Grades.Of(entrant),
            Carries = ValueList.Of(Rulebook.Carries.Select(carry => new CarryResult(carry.Id, Columns.Carry(entrant, carry)))),
            Award = Gates.Clearance(entrant, GateScope.Award),
            Grade = Gates.Clearance(entrant, GateScope.Grade),
            Rating = Gates.Clearance(entrant, GateScope.Rating),
        });
    }
}
