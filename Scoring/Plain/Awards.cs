namespace Ganchao.Scoring.Plain;

/// <summary>
/// Awards, once places are given: each is asked for every entrant of a field on its own (section 8 of the
/// language).
/// </summary>
internal sealed class Awards
{
    private readonly Recount _recount;
    private readonly Dictionary<string, Scored> _scored;
    private readonly List<List<StandingRow>> _fields;
    private readonly Dictionary<Formula, Dictionary<string, Result>> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Award, string Entrant), AwardFinding?> _given = [];
    private readonly HashSet<(string Award, List<StandingRow> Rows)> _begun = [];

    /// <param name="rows">In order, with places.</param>
    public Awards(Recount recount, IReadOnlyList<StandingRow> rows)
    {
        _recount = recount;
        recount.Awards = this;
        _scored = recount.Entrants.ToDictionary(static scored => scored.Id, StringComparer.Ordinal);
        _fields = [.. rows.GroupBy(row => recount.DivisionsApart ? row.Division : "", StringComparer.Ordinal)
            .Select(static field => field.ToList())];
    }

    public IEnumerable<StandingRow> Given() => _fields.SelectMany(field => field.Select(row => row with
    {
        Awards = ValueList.Of(
            _recount.Rulebook.Awards.Select(award => Given(award, row.Entrant, field)).OfType<AwardFinding>()),
    }));

    /// <summary>Whether an entrant has an entry of an award; n/a while that is undecided.</summary>
    public Result Has(string award, Scored entrant)
    {
        var asked = _recount.Rulebook.Awards.FirstOrDefault(known => known.Id == award)
            ?? throw new UncheckedRulebookException($"'{award}' is no award.");
        var field = _fields.Single(field => field.Exists(row => row.Entrant == entrant.Id));
        return Given(asked, entrant.Id, field) switch
        {
            null => Result.Of(false),
            { Undecided: not NaReason.None and var reason } => Result.Na(reason),
            _ => Result.Of(true),
        };
    }

    /// <summary>All money of an award in the entrant's field; n/a while an entry is undecided.</summary>
    public Result Paid(string award, Scored entrant)
    {
        var asked = _recount.Rulebook.Awards.FirstOrDefault(known => known.Id == award)
            ?? throw new UncheckedRulebookException($"'{award}' is no award.");
        var field = _fields.Single(field => field.Exists(row => row.Entrant == entrant.Id));
        var amounts = field.OrderBy(static row => row.Entrant, StringComparer.Ordinal)
            .Select(row => Given(asked, row.Entrant, field))
            .OfType<AwardFinding>()
            .Select(static finding => finding.Undecided == NaReason.None
                ? Numbers.Quantised(Result.Of(finding.Money ?? 0m))
                : Result.Na(finding.Undecided))
            .ToList();
        var na = Numbers.FirstNa([.. amounts]);
        return na.IsNumber ? Numbers.ExactSum(amounts.Select(static amount => amount.Number)) : na;
    }

    /// <summary>What is in the accounts, field by field; the formulas are the same for whoever of a field is asked.</summary>
    public IEnumerable<AccountBalance> Balances() =>
        from field in _fields
        from account in _recount.Rulebook.Accounts
        let asked = new EntrantSurroundings(_recount, _scored[field[0].Entrant], own: null)
        let balance = Formulas.Evaluate(account.Formula.Formula.Root, asked)
        select new AccountBalance(
            _recount.DivisionsApart ? field[0].Division : "",
            account.Id,
            Numbers.Rounded(balance, account.Formula.Decimals, account.Formula.Rounding));

    /// <summary>An award is given to a whole field at once, when somebody first asks for it.</summary>
    private AwardFinding? Given(AwardDefinition award, string entrant, List<StandingRow> field)
    {
        if (!_given.TryGetValue((award.Id, entrant), out var given))
        {
            if (!_begun.Add((award.Id, field)))
            {
                throw new UncheckedRulebookException($"Award '{award.Id}' depends on itself.");
            }

            Give(award, field);
            given = _given[(award.Id, entrant)];
        }

        return given;
    }

    private void Give(AwardDefinition award, List<StandingRow> field)
    {
        foreach (var row in field)
        {
            _given[(award.Id, row.Entrant)] = null;
        }

        var terms = new FieldTerms(award, formula => Of(formula, field[0]));
        var parts = award.Per.Length == 0
            ? [field]
            : field.Where(row => TextOf(award.Per, row) is not null).GroupBy(row => TextOf(award.Per, row))
                .Select(static part => part.ToList());
        foreach (var part in parts)
        {
            var shares = new Lazy<Dictionary<string, AwardFinding>>(() => PoolOf(award, terms.Pool!.Value, part));
            var found = part.Where(row => MayTake(award, row)).ToDictionary(
                static row => row.Entrant,
                row => terms.Open != NaReason.None
                    ? Undecided(award, row, terms.Open)
                    : Finding(award, terms, row, part, shares));
            if (award.Kind == AwardKind.Money && terms is { Open: NaReason.None, Pool: { } pool })
            {
                HoldToPool(award, pool, part, found);
            }

            foreach (var (entrant, finding) in found)
            {
                _given[(award.Id, entrant)] = finding;
            }
        }
    }

    private AwardFinding? Finding(
        AwardDefinition award,
        FieldTerms terms,
        StandingRow row,
        List<StandingRow> field,
        Lazy<Dictionary<string, AwardFinding>> shares) =>
        award.Kind switch
        {
            AwardKind.Places => ByPlace(award, terms, row, field),
            AwardKind.Quota => ByQuota(award, terms, row, field),
            AwardKind.Pool => shares.Value[row.Entrant],
            AwardKind.Money => ByFormula(award, row),
            AwardKind.NotSet => throw new UncheckedRulebookException($"Award '{award.Id}' has no kind."),
        };

    /// <summary>Amounts that do not come to the pool are nobody's, nor is anything before all of them are known.</summary>
    private static void HoldToPool(
        AwardDefinition award, decimal pool, List<StandingRow> field, Dictionary<string, AwardFinding?> found)
    {
        var first = found.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .FirstOrDefault(static pair => pair.Value is { Undecided: not NaReason.None }).Value;
        var amounts = found.Values.Select(static finding => Numbers.Quantised(Result.Of(finding?.Money ?? 0m))).ToList();
        if (first is null && amounts.TrueForAll(static amount => amount.IsNumber)
            && amounts.Sum(static amount => amount.Number) == pool)
        {
            return;
        }

        foreach (var row in field.Where(row => found.ContainsKey(row.Entrant)))
        {
            found[row.Entrant] = Undecided(award, row, first?.Undecided ?? NaReason.PoolMissed);
        }
    }

    private string? TextOf(string tag, StandingRow row) => _scored[row.Entrant].Terms.Tags.GetValueOrDefault(tag);

    /// <summary>Every entrant's figure is asked for once per rival, and computed once.</summary>
    private Result Of(Formula formula, StandingRow row)
    {
        var known = _known.TryGetValue(formula, out var found) ? found : _known[formula] = new(StringComparer.Ordinal);
        return known.TryGetValue(row.Entrant, out var result)
            ? result
            : known[row.Entrant] = Formulas.Evaluate(
                formula.Root, new EntrantSurroundings(_recount, _scored[row.Entrant], own: null));
    }

    private Result Condition(AwardDefinition award, StandingRow row) =>
        award.When is { } when ? Of(when, row) : Result.Of(true);

    /// <summary>Guests, those without the right and those whose condition fails have no part in it.</summary>
    private bool MayTake(AwardDefinition award, StandingRow row) =>
        !row.Guest && row.Award != Clearance.Excluded && Condition(award, row) != Result.Of(false);

    private static AwardFinding Money(AwardDefinition award, StandingRow row, decimal? money) =>
        new(award.Id, money, NaReason.None, row.Award == Clearance.Held);

    private static AwardFinding Money(AwardDefinition award, StandingRow row, Result money) => money.IsNumber
        ? Money(award, row, Numbers.Rounded(money, 2, RoundingMode.HalfAway).Number)
        : Undecided(award, row, money.Reason);

    private static AwardFinding Undecided(AwardDefinition award, StandingRow row, NaReason reason) =>
        new(award.Id, null, reason, row.Award == Clearance.Held);

    private AwardFinding ByFormula(AwardDefinition award, StandingRow row)
    {
        var condition = Condition(award, row);
        return condition.IsNumber ? Money(award, row, Of(award.Money!, row)) : Undecided(award, row, condition.Reason);
    }

    private AwardFinding? ByPlace(AwardDefinition award, FieldTerms terms, StandingRow row, List<StandingRow> field)
    {
        if (row.Rating == Clearance.Excluded)
        {
            return null;
        }

        var open = Numbers.FirstNa(Condition(award, row), row.Keys[0]);
        if (row.Place is null)
        {
            return Undecided(award, row, open.Reason);
        }

        return WorthOf(award, terms.Places, row, field) is not { } money ? null
            : open.IsNumber ? Money(award, row, money)
            : Undecided(award, row, open.Reason);
    }

    /// <summary>What the place of a row is worth; null when the rulebook gives nothing for it.</summary>
    private decimal? WorthOf(
        AwardDefinition award, IReadOnlyDictionary<int, decimal> table, StandingRow row, List<StandingRow> field)
    {
        var level = field.Where(other => other.Place == row.Place).Select(static other => other.Entrant).ToList();
        var better = field.Count(other => other.Place < row.Place);
        var places = _recount.Rulebook.Ranking.Shared == SharedPlaces.Dense
            ? [1 + field.Where(other => other.Place < row.Place).Select(static other => other.Place).Distinct().Count()]
            : Enumerable.Range(better + 1, level.Count).ToList();
        var worth = places.Where(table.ContainsKey).Select(place => table[place]).ToList();
        if (award.Ties == AwardTies.Split)
        {
            return worth.Count == 0 ? null : EvenShares.Of(worth.Sum(), level)[row.Entrant];
        }

        return table.TryGetValue(places[0], out var first) ? first : null;
    }

    private AwardFinding? ByQuota(AwardDefinition award, FieldTerms terms, StandingRow row, List<StandingRow> field)
    {
        if (row.Rating == Clearance.Excluded)
        {
            return null;
        }

        var open = Numbers.FirstNa(Condition(award, row), Keys(award, row)[0]);
        if (!open.IsNumber)
        {
            return Undecided(award, row, open.Reason);
        }

        var runners = field.Where(other => MayTake(award, other) && other.Rating != Clearance.Excluded
            && Condition(award, other).IsNumber && Keys(award, other)[0].IsNumber).ToList();
        var quota = terms.Quota
            ?? (int)Math.Floor(Numbers.Compared(award.Share!.Value * field.Count(static other => !other.Guest)));
        var ahead = runners.Count(other => Compare(award, other, row) < 0);
        var level = runners.Where(other => Compare(award, other, row) == 0).ToList();
        if (award.Ties == AwardTies.None)
        {
            ahead += level.IndexOf(row);
            level = [row];
        }

        if (ahead >= quota)
        {
            return null;
        }

        if (award.Ties == AwardTies.Split && ahead + level.Count > quota)
        {
            var shared = Numbers.Multiply(Result.Of(quota - ahead), Of(award.Money!, row));
            return Money(award, row, EvenShares.Of(shared.Number, level.Select(static other => other.Entrant))[row.Entrant]);
        }

        return award.Money is { } money ? Money(award, row, Of(money, row)) : Money(award, row, (decimal?)null);
    }

    /// <summary>Those of the award, or else of the ranking; rounded for comparison.</summary>
    private ValueList<Result> Keys(AwardDefinition award, StandingRow row) => award.By.IsEmpty
        ? row.Keys
        : ValueList.Of(award.By.Select(key => Numbers.Compared(Of(key.Formula, row))));

    /// <summary>Below 0: left comes first. A key that is n/a comes last.</summary>
    private int Compare(AwardDefinition award, StandingRow left, StandingRow right)
    {
        if (award.By.IsEmpty)
        {
            return Nullable.Compare(left.Place, right.Place);
        }

        var (lefts, rights) = (Keys(award, left), Keys(award, right));
        for (var i = 0; i < award.By.Length; i++)
        {
            var order = lefts[i].IsNumber && rights[i].IsNumber
                ? lefts[i].Number.CompareTo(rights[i].Number) * (award.By[i].Descending ? -1 : 1)
                : rights[i].IsNumber.CompareTo(lefts[i].IsNumber);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The whole pool, or for all of them the reason why it cannot be split.</summary>
    private Dictionary<string, AwardFinding> PoolOf(AwardDefinition award, decimal pool, List<StandingRow> field)
    {
        var part = field.Where(row => MayTake(award, row)).OrderBy(static row => row.Entrant, StringComparer.Ordinal).ToList();
        var weights = part.Select(row => Numbers.FirstNa(Condition(award, row)) is { IsNumber: false } open
            ? open
            : Numbers.Quantised(Of(award.Weight!, row))).ToList();
        var refused = Numbers.FirstNa([.. weights]);
        if (refused.IsNumber && weights.Any(static weight => weight.Number < 0m))
        {
            refused = Result.Na(NaReason.OutOfDomain);
        }

        if (refused.IsNumber && weights.All(static weight => weight.Number == 0m))
        {
            refused = Result.Na(NaReason.DivisionByZero);
        }

        if (!refused.IsNumber)
        {
            return part.ToDictionary(static row => row.Entrant, row => Undecided(award, row, refused.Reason));
        }

        var shares = WeightedShares.Of(pool, [.. weights.Select(static weight => weight.Number)]);
        return part.Zip(shares).ToDictionary(
            static pair => pair.First.Entrant, pair => Money(award, pair.First, (decimal?)pair.Second));
    }
}
