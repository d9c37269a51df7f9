using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Competitions;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Projects;
using Ganchao.Grains.Roles;

namespace Ganchao.Grains.Registers;

/// <summary>
/// Everything of a plant that changes seldom and that others read: registers, competitions, projects, as they stand
/// after the events up to <see cref="Position"/>. Immutable; a newer book is another object.
/// </summary>
public sealed record PlantBook(PlantId Plant)
{
    /// <summary>The position up to which the ledger was read.</summary>
    public long Position { get; init; }

    /// <summary>The number of events read; grows with every change.</summary>
    public long Version { get; init; }

    /// <summary>
    /// The number of events read that can change how a figure folds (not plans, coefficients, decisions, verdicts, members, or
    /// what a project's lines say after its registration).
    /// </summary>
    public long FoldVersion { get; init; }

    public Organisation Organisation { get; init; } = Organisation.Empty;

    public PlantCalendar Calendar { get; init; } = PlantCalendar.Empty;

    public Plans Plans { get; init; } = Plans.Empty;

    /// <summary>Who holds which role.</summary>
    public RoleBook Roles { get; init; } = RoleBook.Empty;

    /// <summary>The text of every published rulebook by its hash.</summary>
    public ImmutableDictionary<string, RulebookLine> Rulebooks { get; init; } =
        ImmutableDictionary<string, RulebookLine>.Empty;

    public ImmutableDictionary<CompetitionId, CompetitionBook> Competitions { get; init; } =
        ImmutableDictionary<CompetitionId, CompetitionBook>.Empty;

    public ImmutableDictionary<ProjectId, ProjectBook> Projects { get; init; } =
        ImmutableDictionary<ProjectId, ProjectBook>.Empty;

    /// <summary>The verdicts that stand on each certified total, by department.</summary>
    public ImmutableDictionary<CertificationId, ImmutableDictionary<UnitId, AcceptedLine>> Verdicts { get; init; } =
        ImmutableDictionary<CertificationId, ImmutableDictionary<UnitId, AcceptedLine>>.Empty;

    private ImmutableDictionary<ProductCode, Dated<ProductLine>> ProductLines { get; init; } =
        ImmutableDictionary<ProductCode, Dated<ProductLine>>.Empty;

    private ImmutableDictionary<WorkOrderNumber, Dated<WorkOrderLine>> WorkOrderLines { get; init; } =
        ImmutableDictionary<WorkOrderNumber, Dated<WorkOrderLine>>.Empty;

    private ImmutableDictionary<MeasureCode, Dated<MeasureLine>> MeasureLines { get; init; } =
        ImmutableDictionary<MeasureCode, Dated<MeasureLine>>.Empty;

    private ImmutableDictionary<(string Name, string Entrant), Dated<CoefficientLine>> CoefficientLines { get; init; } =
        ImmutableDictionary<(string, string), Dated<CoefficientLine>>.Empty;

    private ImmutableDictionary<(string Name, string Entrant), Dated<TagLine>> TagLines { get; init; } =
        ImmutableDictionary<(string, string), Dated<TagLine>>.Empty;

    public IEnumerable<MeasureCode> Measures => MeasureLines.Keys;

    public IEnumerable<ProductCode> Products => ProductLines.Keys;

    public IEnumerable<WorkOrderNumber> WorkOrders => WorkOrderLines.Keys;

    public static string HashOf(string rulebookText) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rulebookText)));

    public ProductLine? Product(ProductCode product, DateOnly date) => ProductLines.At(product, date);

    public WorkOrderLine? WorkOrder(WorkOrderNumber number, DateOnly date) => WorkOrderLines.At(number, date);

    public MeasureLine? Measure(MeasureCode measure, DateOnly date) =>
        MeasureLines.At(measure, date) ?? ReservedMeasures.Of(measure);

    /// <summary>The measure as last defined; unit, decimals and kind are the same in every line.</summary>
    public MeasureLine? Measure(MeasureCode measure) => Measure(measure, DateOnly.MaxValue);

    /// <summary>The verdicts that stand on a total, by department; whether each still holds depends on later figures.</summary>
    public ImmutableDictionary<UnitId, AcceptedLine> VerdictsOn(CertificationId total) =>
        Verdicts.GetValueOrDefault(total, ImmutableDictionary<UnitId, AcceptedLine>.Empty);

    /// <summary>Whom the measure's figures are or were about, by any of its lines.</summary>
    public IEnumerable<SubjectKind> SubjectsOf(MeasureCode measure) =>
        MeasureLines.TryGetValue(measure, out var lines) ? lines.Lines.Select(line => line.Value.Subject).Distinct()
        : ReservedMeasures.Of(measure) is { } reserved ? [reserved.Subject]
        : [];

    /// <summary>Coefficients of one entrant on a date, by name.</summary>
    public ImmutableDictionary<string, decimal> CoefficientsOf(string entrant, DateOnly date) =>
        CoefficientLines
            .Where(pair => pair.Key.Entrant == entrant)
            .Select(pair => pair.Value.At(date))
            .OfType<CoefficientLine>()
            .ToImmutableDictionary(line => line.Name, line => line.Value);

    /// <summary>Texts about one entrant on a date, by name.</summary>
    public ImmutableDictionary<string, string> TagsOf(string entrant, DateOnly date) =>
        TagLines
            .Where(pair => pair.Key.Entrant == entrant)
            .Select(pair => pair.Value.At(date))
            .OfType<TagLine>()
            .Where(line => line.Text.Length > 0)
            .ToImmutableDictionary(line => line.Name, line => line.Text);

    /// <summary>Whether such a stream is a part of the book.</summary>
    public static bool Holds(StreamKind kind) =>
        kind is StreamKind.Register or StreamKind.Project or StreamKind.Competition or StreamKind.Certification;

    /// <summary>The book after an event of a stream that it holds.</summary>
    public PlantBook Apply(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return With(stored.Stream, EventCodec.Decode(stored)) with { Position = stored.Position };
    }

    /// <summary>The book as it would be after a line in a stream.</summary>
    public PlantBook With(StreamId stream, object line)
    {
        var next = line switch
        {
            RegisterLine register => Apply(register),
            CompetitionLine competition => Apply(new CompetitionId(stream.Key), competition),
            ProjectLine project => Apply(new ProjectId(stream.Key), project),
            CertificationLine verdict => Apply(CertificationId.Parse($"{Plant}/{stream.Key}"), verdict),
            _ => throw new InvalidOperationException($"A {line.GetType().Name} does not belong into {stream}."),
        };
        var folds = line is not (PlanLine or PlanChangeLine or CoefficientLine or TagLine or ExclusionLine or RulebookLine or
            RoleLine or RoleEndedLine or MemberLine or
            ReferenceLine or AdjustmentLine or
            ObjectionLine or ObjectionAnsweredLine or StageFinalisedLine or CertificationLine or
            ProjectProductLine or MilestoneLine or CostElementLine);
        return next with { Version = Version + 1, FoldVersion = FoldVersion + (folds ? 1 : 0) };
    }

    /// <summary>The book as it would be after a line of a register.</summary>
    public PlantBook With(RegisterLine line) => With(
        new StreamId(Plant, StreamKind.Register, RegisterNames.Of(RegisterRules.RegisterOf(line))), line);

    private PlantBook Apply(RegisterLine line) => line switch
    {
        UnitLine unit => this with { Organisation = Organisation.With(unit) },
        UnitClosedLine closed => this with { Organisation = Organisation.With(closed) },
        MemberLine member => this with { Organisation = Organisation.With(member) },
        ShiftKindLine kind => this with { Calendar = Calendar.With(kind) },
        WorkingWeekLine week => this with { Calendar = Calendar.With(week) },
        DayLine day => this with { Calendar = Calendar.With(day) },
        ExclusionLine exclusion => this with { Calendar = Calendar.With(exclusion) },
        ProductLine product => this with { ProductLines = ProductLines.With(product.Product, product.From, product) },
        WorkOrderLine order => this with { WorkOrderLines = WorkOrderLines.With(order.WorkOrder, order.From, order) },
        MeasureLine measure => this with { MeasureLines = MeasureLines.With(measure.Measure, measure.From, measure) },
        PlanLine plan => this with { Plans = Plans.With(plan) },
        PlanChangeLine change => this with { Plans = Plans.With(change) },
        CoefficientLine coefficient => this with
        {
            CoefficientLines = CoefficientLines.With(
                (coefficient.Name, coefficient.Entrant), coefficient.From, coefficient),
        },
        TagLine tag => this with { TagLines = TagLines.With((tag.Name, tag.Entrant), tag.From, tag) },
        RoleLine role => this with { Roles = Roles.With(role) },
        RoleEndedLine ended => this with { Roles = Roles.With(ended) },
        RulebookLine rulebook => this with { Rulebooks = Rulebooks.SetItem(HashOf(rulebook.Text), rulebook) },
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a register."),
    };

    private PlantBook Apply(CompetitionId id, CompetitionLine line) => this with
    {
        Competitions = Competitions.SetItem(
            id, Competitions.GetValueOrDefault(id, new CompetitionBook(id)).Apply(line)),
    };

    private PlantBook Apply(ProjectId id, ProjectLine line) => this with
    {
        Projects = Projects.SetItem(id, Projects.GetValueOrDefault(id, new ProjectBook(id)).Apply(line)),
    };

    private PlantBook Apply(CertificationId id, CertificationLine line)
    {
        var verdicts = VerdictsOn(id);
        return this with
        {
            Verdicts = Verdicts.SetItem(id, line is AcceptedLine accepted
                ? verdicts.SetItem(line.Department, accepted)
                : verdicts.Remove(line.Department)),
        };
    }
}
