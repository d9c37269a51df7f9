namespace Ganchao.Scoring.Jobs;

/// <summary>Everything that the stages of a job are scored from; each file is opened once.</summary>
internal sealed class MaterialReader
{
    // The column that says of which stage a row is.
    private const string Stage = "stage";

    private readonly ScoreJob _job;
    private readonly IReadOnlyList<Fact> _written;
    private readonly Members _members;
    private readonly IReadOnlyList<Fact> _facts;
    private readonly Table? _entrants;
    private readonly Table? _plans;
    private readonly Table? _baselines;
    private readonly Table? _coefficients;
    private readonly Table? _references;
    private readonly Table? _adjustments;

    /// <exception cref="JobRefusedException">A file does not hold what the job says.</exception>
    public MaterialReader(ScoreJob job, Func<string, TextReader> open)
    {
        Table? Open(JobTable? table) => table is null ? null : table.Written ?? Csv(table.File, open);

        _job = job;
        _members = Members.Of(Open(job.Members)?.Only("entrant", "member", "from", "to", "share"));
        _written = [.. job.Facts.SelectMany(file => new FactReader(Csv(file.File, open), file, job).Facts())];
        _facts = [.. _written.SelectMany(_members.CountedFor)];
        _entrants = Open(job.Entrants)?.Only(["id", "division", "guest", "from", "to", Stage, .. job.Tags]);
        _plans = Open(job.Plans)?.Only("entrant", "measure", "original", "adjusted", "to_date", Stage);
        _baselines = Open(job.Baselines)?.Only("entrant", "measure", "value", Stage);
        _coefficients = Open(job.Coefficients)?.Only("entrant", "name", "value", Stage);
        _references = Open(job.References)?.Only("name", "value", Stage);
        _adjustments = Open(job.Adjustments)?.Only("entrant", "name", "amount", "reason", Stage);
    }

    /// <summary>What stands in the files and counts for nothing.</summary>
    public IEnumerable<JobProblem> Leftovers(RulebookDefinition rulebook)
    {
        HashSet<string> entrants =
        [
            .. _entrants is { } table ? table.Rows.Select(row => row.Fields[table.Need("id")]) : _facts.Select(fact => fact.Entrant),
            .. _members.Entrants,
        ];
        string[] measures = [.. rulebook.Inputs.Select(static input => input.Measure)];
        var leftovers = new Leftovers(_job, rulebook);
        return
        [
            .. leftovers.OfFacts(_written, id => entrants.Contains(id) || _members.Are(id)),
            .. leftovers.OfTable(_plans, "measure", measures, entrants.Contains),
            .. leftovers.OfTable(_baselines, "measure", measures, entrants.Contains),
            .. leftovers.OfTable(_coefficients, "name", known: null, entrants.Contains),
            .. leftovers.OfTable(_adjustments, "name", rulebook.Adjustments.Select(static known => known.Id), entrants.Contains),
            .. leftovers.OfTable(_references, "name", known: null, entrants.Contains),
        ];
    }

    /// <param name="position">Of the stage in the job, from 0.</param>
    /// <param name="before">The standing of the stage before; null for the first.</param>
    public ScoreMaterial Of(int position, Standing? before)
    {
        var stage = _job.Stages[position];
        Table? Here(Table? table) => table?.OfStage(position + 1);

        var entrants = Here(_entrants) is { } table ? TermsReader.Entrants(table) : AllIn(_facts);
        var tags = TermsReader.Tags(Here(_entrants), _job.Tags);
        var plans = TermsReader.Plans(Here(_plans));
        var baselines = TermsReader.Figures(Here(_baselines), "measure");
        var coefficients = TermsReader.Figures(Here(_coefficients), "name");
        var adjustments = TermsReader.Adjustments(Here(_adjustments));
        var carried = before?.Rows.ToDictionary(static row => row.Entrant, static row => row.Carries) ?? [];
        var terms = entrants.ToDictionary(static entrant => entrant.Id, entrant => new EntrantTerms
        {
            Plans = plans.GetValueOrDefault(entrant.Id, []),
            Baselines = baselines.GetValueOrDefault(entrant.Id, []),
            Coefficients = coefficients.GetValueOrDefault(entrant.Id, []),
            Tags = tags.GetValueOrDefault(entrant.Id, []),
            Adjustments = adjustments.GetValueOrDefault(entrant.Id, []),
            Carried = carried.GetValueOrDefault(entrant.Id, ValueList<CarryResult>.Empty)
                .ToDictionary(static carry => carry.Id, static carry => carry.Figure),
        });
        var figures = stage.Calendar.Figures with
        {
            References = TermsReader.References(Here(_references)),
            Accounts = before?.Accounts ?? ValueList<AccountBalance>.Empty,
        };
        return new ScoreMaterial(entrants, terms, _facts, stage.Calendar with { Figures = figures }, stage.AsOf);
    }

    private static IReadOnlyList<Entrant> AllIn(IEnumerable<Fact> facts) =>
    [
        .. facts.Select(static fact => fact.Entrant)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(static id => new Entrant(id)),
    ];

    private static Table Csv(string file, Func<string, TextReader> open)
    {
        using var text = open(file);
        return CsvReader.Read(file, text);
    }
}
