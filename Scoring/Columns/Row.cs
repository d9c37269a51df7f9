namespace Ganchao.Scoring;

/// <summary>One entrant while it is scored: what levels 3 and 4 see. One object walks over all rows.</summary>
internal abstract class Row
{
    public abstract DateOnly AsOf { get; }

    public abstract StageFigures Stage { get; }

    /// <summary>Entrants of the field that are no guests.</summary>
    public abstract int Size { get; }

    public abstract Entrant Entrant { get; }

    public abstract EntrantTerms Terms { get; }

    /// <summary>The accumulators of a fold set, by its position in the rulebook.</summary>
    public abstract Accumulators Accumulators(int foldSet);

    /// <summary>A column that stands before the one under evaluation.</summary>
    public abstract Result Column(int column);

    /// <summary>A column over the cohort of the entrant.</summary>
    /// <param name="text">What the scope's tag must say.</param>
    public abstract CohortView Cohort(int column, CohortScope scope, string text);

    /// <summary>The division, where divisions are ranked apart; otherwise empty.</summary>
    public abstract string Field { get; }

    /// <summary>The entries of an award in the field, by entrant id.</summary>
    public abstract IEnumerable<AwardFinding> InField(string award);

    /// <summary>What the entrant got of an award that is given already; null: nothing.</summary>
    public abstract AwardFinding? Awarded(string award);

    /// <summary>A column of another entrant; null when there is none with the id.</summary>
    public abstract Result? ColumnOf(string entrant, int column);

    /// <summary>The rows of a figure by occasion, by its position in the rulebook.</summary>
    public virtual FigureRows Rows(int figure) => throw new InvalidOperationException("There are no figures by occasion here.");

    /// <summary>One row of a figure, for an explanation.</summary>
    public virtual FigurePlace Open(Figure figure, int row) =>
        throw new InvalidOperationException("There are no figures by occasion here.");

    /// <summary>In the formula of a figure by occasion: the row under evaluation.</summary>
    public virtual FigurePlace Occasion => throw new InvalidOperationException("A column stands in no row of a figure.");
}
