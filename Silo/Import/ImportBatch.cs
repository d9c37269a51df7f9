namespace Ganchao.Silo.Import;

/// <summary>Where lines are sent.</summary>
/// <param name="Path">The address under the server's own, without a slash in front.</param>
/// <param name="Step">Smaller is sent first; the sheets last and side by side.</param>
internal readonly record struct ImportTarget(string Path, ImportStep Step);

/// <summary>What is sent before what.</summary>
internal enum ImportStep
{
    NotSet,
    Organisation,
    Roles,
    Calendar,
    Measures,
    Products,
    Projects,
    WorkOrders,
    Coefficients,
    Rulebooks,
    Plans,
    Competitions,
    Sheets,
}

/// <summary>One entry or line on its way, and where it came from.</summary>
/// <param name="Place">The file's line.</param>
/// <param name="Headings">The file's heading of each field, by the field's name in the API.</param>
/// <param name="Id">Its id.</param>
/// <param name="Content">An EntryForm, RegisterLine, CompetitionLine or ProjectLine.</param>
internal sealed record ImportLine(
    LinePlace Place, IReadOnlyDictionary<string, string> Headings, Guid Id, object Content);

/// <summary>Lines that are taken or refused together: a whole sheet, or lines of one register.</summary>
internal sealed record ImportBatch(ImportTarget Target, IReadOnlyList<ImportLine> Lines);

/// <summary>A file as it will be sent, and the lines that cannot be.</summary>
/// <param name="Rows">Rows of the files that the mapping's conditions let through.</param>
/// <param name="Batches">In the order of their first line.</param>
/// <param name="Bad">Lines that cannot be sent.</param>
internal sealed record ImportPlan(int Rows, IReadOnlyList<ImportBatch> Batches, IReadOnlyList<BadLine> Bad)
{
    public static ImportPlan Empty { get; } = new(0, [], []);

    public ImportPlan And(ImportPlan other) => new(
        Rows + other.Rows, [.. Batches, .. other.Batches], [.. Bad, .. other.Bad]);

    /// <summary>Without the lines of these places: a line of a file goes as a whole or not at all.</summary>
    public ImportPlan Without(IReadOnlySet<LinePlace> places) => this with
    {
        Batches =
        [
            .. Batches.Select(b => b.Lines.Any(l => places.Contains(l.Place))
                    ? b with { Lines = [.. b.Lines.Where(l => !places.Contains(l.Place))] }
                    : b)
                .Where(b => b.Lines.Count > 0),
        ],
    };
}
