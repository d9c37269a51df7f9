using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Columns one behind the other of which none looks at the cohort of another: row after row can be evaluated across all of
/// them, in any order of rows and side by side.
/// </summary>
internal sealed record Wave(ImmutableArray<Column> Columns)
{
    /// <summary>Some column changes with the date of scoring alone.</summary>
    public bool IsDated { get; } = Columns.Any(static column => column.IsDated);

    /// <summary>Columns of earlier waves of which single other entrants are looked at.</summary>
    public ImmutableArray<int> Elsewhere { get; } = [.. Columns.SelectMany(static column => column.Elsewhere).Distinct().Order()];

    /// <summary>Columns of earlier waves whose cohorts are looked at.</summary>
    public ImmutableArray<int> Cohorts { get; } = [.. Columns.SelectMany(static column => column.Cohorts).Distinct().Order()];

    /// <summary>Cuts the columns, in their order, into as few waves as can be.</summary>
    public static ImmutableArray<Wave> Of(IReadOnlyList<Column> columns)
    {
        var waves = ImmutableArray.CreateBuilder<Wave>();
        var wave = ImmutableArray.CreateBuilder<Column>();
        foreach (var column in columns)
        {
            if (wave.Count > 0 && column.Cohorts.Concat(column.Elsewhere).Any(other => other >= wave[0].Position))
            {
                waves.Add(new Wave(wave.ToImmutable()));
                wave.Clear();
            }

            wave.Add(column);
        }

        if (wave.Count > 0)
        {
            waves.Add(new Wave(wave.ToImmutable()));
        }

        return waves.ToImmutable();
    }
}
