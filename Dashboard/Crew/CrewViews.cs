using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Crew;

/// <summary>What the form about those who worked for a team shows beside their figures.</summary>
/// <param name="FullShift">The hours of a whole shift, for those who were there all the time; null: no hours are taken.</param>
/// <param name="Lent">What the team's own people did for other teams on that date.</param>
public sealed record CrewForm(decimal? FullShift, IReadOnlyList<LentFigure> Lent);

/// <summary>How somebody on a team's sheet is called.</summary>
/// <param name="Number">The staff number (工号), or what stands for it.</param>
/// <param name="Display">The name of the person's account; null: there is none.</param>
/// <param name="Lender">The person's own team, where that is another (借用).</param>
/// <param name="Employment">How the person is employed.</param>
public sealed record CrewName(string Number, string? Display, Names? Lender, Employment Employment)
{
    internal string Of(ReaderLanguage words)
    {
        string[] parts =
        [
            Display is null ? Number : $"{Display} {Number}",
            Lender is null ? "" : words.Of(CrewTexts.LentBy, words.Of(Lender)),
            CrewTexts.Of(Employment) is { } employed ? words.Of(employed) : "",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}

/// <summary>
/// What one of the team's own people did for another team: it stands on that team's sheet, and is mirrored here.
/// </summary>
/// <param name="Sheet">The other team's.</param>
/// <param name="Team">Its name.</param>
/// <param name="Line">The figure.</param>
/// <param name="Awaits">Whether the lending team's lead has still to confirm it.</param>
public sealed record LentFigure(ShiftId Sheet, Names Team, FilledLine Line, bool Awaits);
