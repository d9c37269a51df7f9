namespace Ganchao.Scoring.Plain;

/// <summary>Whom of its field an entrant is compared with.</summary>
/// <param name="Kind"><c>within</c>: those with the same text in the tag; <c>among</c>: those whose tag is its id; empty:
/// all.</param>
internal sealed record Circle(string Kind, string Tag)
{
    public static readonly Circle All = new("", "");

    /// <summary>What the tag of a member must be; null: the entrant has no such tag.</summary>
    public string? TextFor(Scored entrant) => Kind switch
    {
        "within" => entrant.Terms.Tags.GetValueOrDefault(Tag),
        "among" => entrant.Id,
        _ => "",
    };

    public bool Takes(Scored member, string text) => Kind.Length == 0 || member.Terms.Tags.GetValueOrDefault(Tag) == text;
}
