namespace Ganchao.Scoring;

/// <summary>Production dates from <paramref name="Start"/> (included) to <paramref name="End"/> (excluded).</summary>
public readonly record struct DateSpan(DateOnly Start, DateOnly End)
{
    public bool Contains(DateOnly date) => Start <= date && date < End;
}
