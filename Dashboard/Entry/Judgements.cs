using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Entry;

/// <summary>What would become of a list of entries.</summary>
/// <param name="Answer">The sheet's answer to the list.</param>
/// <param name="Unusual">Figures that ask for a second look.</param>
public sealed record EntryJudgement(EntryAnswer Answer, IReadOnlyList<UnusualFigure> Unusual);

/// <summary>A figure that asks for a second look.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Mark">What is unusual about it.</param>
public sealed record UnusualFigure(int Index, UnusualMark Mark)
{
    /// <summary>Whether it is the day, which is asked about once for the whole list.</summary>
    public bool IsOfDay => Mark.Oddity == Oddity.RestDay;

    /// <summary>What is unusual about the figure with this place in the list, the day left out.</summary>
    public static IReadOnlyList<UnusualMark> MarksOf(IEnumerable<UnusualFigure> unusual, int index) =>
        [.. unusual.Where(figure => figure.Index == index && !figure.IsOfDay).Select(figure => figure.Mark)];
}

/// <summary>What became of a list of entries or of a sign-off.</summary>
/// <param name="Answer">The sheet's answer; null where whether it was recorded is not known: the same ids tell.</param>
/// <param name="Before">Where the team stood just before.</param>
/// <param name="After">Where it stands with them.</param>
public sealed record EntrySubmission(
    EntryAnswer? Answer, IReadOnlyList<BoardPlace> Before, IReadOnlyList<BoardPlace> After);

/// <summary>Where the team, or a project that it works on, stands on one board.</summary>
/// <param name="Board">The board.</param>
/// <param name="BoardNames">Competition and stage.</param>
/// <param name="Entrant">The entrant's id.</param>
/// <param name="EntrantNames">The entrant's name.</param>
/// <param name="Total">Points; null while there are none.</param>
/// <param name="Place">Null while there is none.</param>
/// <param name="Decimals">Digits after the point of all totals there.</param>
/// <param name="Ahead">Who stands next above, and what it takes to draw level; null at the top, or without a place.</param>
public sealed record BoardPlace(
    BoardId Board,
    Names BoardNames,
    string Entrant,
    Names EntrantNames,
    decimal? Total,
    decimal? Place,
    int Decimals,
    BoardAhead? Ahead = null);

/// <summary>Who stands next above in the same division.</summary>
/// <param name="Names">Its name.</param>
/// <param name="Place">Its place.</param>
/// <param name="Gap">Points between the two, not negative; 0 where only a tie-break parts them.</param>
public sealed record BoardAhead(Names Names, decimal Place, decimal Gap);
