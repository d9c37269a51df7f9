namespace Ganchao.Scoring;

/// <summary>Which members of its field an entrant is measured against.</summary>
internal enum CohortScopeKind
{
    /// <summary>All of them.</summary>
    Field = 0,

    /// <summary>Those whose tag has the text that one's own has.</summary>
    Within = 1,

    /// <summary>Those whose tag is one's own id.</summary>
    Among = 2,
}

/// <param name="Tag">Empty with the whole field.</param>
internal readonly record struct CohortScope(CohortScopeKind Kind, string Tag)
{
    public static readonly CohortScope Field = new(CohortScopeKind.Field, "");

    /// <summary>The text that a member's tag must have; null: the entrant has no such tag itself.</summary>
    public string? TextFor(Row row) => Kind switch
    {
        CohortScopeKind.Within => row.Terms.Tags.GetValueOrDefault(Tag),
        CohortScopeKind.Among => row.Entrant.Id,
        _ => "",
    };
}
