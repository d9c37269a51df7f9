namespace Ganchao.Scoring;

/// <summary>
/// A standing that is kept up to date: only entrants that something arrived for are scored again, whole divisions only when a
/// column moved that their cohort functions look at. It equals a standing computed from scratch. Not thread-safe: one owner.
/// </summary>
public sealed class LiveStanding
{
    private readonly CompiledRulebook _rulebook;
    private readonly RowScribe _scribe;
    private readonly FieldAwards _awards;
    private RowSet _touched = new(0, []);
    private EntrantTable _table;
    private FieldOrder _order;
    private DateOnly? _asOf;
    private Standing? _standing;

    public LiveStanding(CompiledRulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
        _scribe = new RowScribe(rulebook);
        _awards = new FieldAwards(rulebook);
        _table = new EntrantTable(rulebook, []);
        _order = new FieldOrder(rulebook.Definition.Ranking, _table);
    }

    /// <summary>Replaces the field of entrants. What arrived for those that stay is kept; everybody is scored again.</summary>
    /// <exception cref="ArgumentException">Two entrants have one id.</exception>
    public void SetEntrants(IReadOnlyList<Entrant> entrants)
    {
        ArgumentNullException.ThrowIfNull(entrants);
        var before = _table;
        _table = new EntrantTable(_rulebook, [.. entrants]) { Stage = before.Stage };
        _order = new FieldOrder(_rulebook.Definition.Ranking, _table);
        for (var row = 0; row < entrants.Count; row++)
        {
            if (before.Row(entrants[row].Id) is { } old)
            {
                _table.Terms[row] = before.Terms[old];
                for (var set = 0; set < _table.Accumulators.Length; set++)
                {
                    _table.Accumulators[set][row] = before.Accumulators[set][old];
                }
            }
        }

        TouchAll();
    }

    /// <summary>Replaces what a fold set holds for an entrant: whole totals, not increments.</summary>
    /// <returns>False when the rulebook has no such fold set or the standing no such entrant; nothing is kept then.</returns>
    /// <exception cref="ArgumentException">The accumulators were made by another fold set than they are put for.</exception>
    public bool Put(string entrant, string foldHash, Accumulators accumulators)
    {
        ArgumentNullException.ThrowIfNull(accumulators);
        if (_rulebook.PositionOf(foldHash) is not { } set || _table.Row(entrant) is not { } row)
        {
            return false;
        }

        _rulebook.FoldSets[set].RefuseForeign(accumulators);
        if (!_table.Accumulators[set][row].Equals(accumulators))
        {
            _table.Accumulators[set][row] = accumulators;
            _touched.Add(row);
        }

        return true;
    }

    /// <summary>Replaces the terms of an entrant; only the formulas of entrants and cohorts are computed again.</summary>
    /// <returns>False when the standing has no such entrant.</returns>
    public bool PutTerms(string entrant, EntrantTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (_table.Row(entrant) is not { } row)
        {
            return false;
        }

        var hasMovedCohorts = !SameTags(_table.Terms[row].Tags, terms.Tags);
        _table.Terms[row] = terms;
        _touched.Add(row);
        if (hasMovedCohorts)
        {
            TouchAll();
        }

        return true;
    }

    /// <summary>Replaces what is the same for all in this stage; everybody is scored again where it is another.</summary>
    public void SetStage(StageFigures stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        if (!stage.SameAs(_table.Stage))
        {
            _table.Stage = stage;
            TouchAll();
        }
    }

    /// <summary>The standing as of a production date.</summary>
    public Standing Evaluate(DateOnly asOf)
    {
        if (_standing is not null && _touched.Count == 0 && _asOf == asOf)
        {
            return _standing;
        }

        var run = new EvaluationRun(_rulebook, _table, asOf, _touched);
        var moved = run.Run(isNewDate: _asOf != asOf);
        run.Write(_scribe);
        foreach (var field in _table.Fields)
        {
            _order.Update(field, moved);
            _awards.Update(field, _table, moved, asOf);
        }

        _touched.Clear();
        _asOf = asOf;
        _standing = new Standing(
            _rulebook.Hash,
            asOf,
            _table.Listed())
        {
            Accounts = ValueList.Of(_table.Fields.SelectMany(field => BalancesOf(field, asOf))),
        };
        return _standing;
    }

    private IEnumerable<AccountBalance> BalancesOf(Field field, DateOnly asOf) =>
        _rulebook.Definition.Accounts.Zip(_rulebook.Accounts, (account, formula) => new AccountBalance(
            field.Name, account.Id, formula.Evaluate(new LiveRow(_table, asOf) { Position = field.List.Rows[0] })));

    /// <summary>How an entrant's line came about, as of the last evaluation; null when it was not in it.</summary>
    public Explanation? Explain(string entrant)
    {
        return _asOf is { } asOf && _table.Row(entrant) is { } row && _table.Written(row) is { } written
            ? new RowExplainer(_rulebook).Explain(new LiveRow(_table, asOf) { Position = row }, written)
            : null;
    }

    private static bool SameTags(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Count == after.Count
        && before.All(tag => after.TryGetValue(tag.Key, out var text) && text == tag.Value);

    private void TouchAll()
    {
        _touched = new RowSet(_table.Entrants.Length, Enumerable.Range(0, _table.Entrants.Length));
        (_standing, _asOf) = (null, null);
    }
}
