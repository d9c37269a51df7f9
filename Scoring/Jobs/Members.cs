namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Entrants that are made of others: branches of teams, leaders of theirs, project groups. What a member did while it was on the
/// list counts for the entrant too.
/// </summary>
internal sealed class Members
{
    private readonly ILookup<string, Member> _byMember;

    private Members(IEnumerable<Member> members) =>
        _byMember = members.ToLookup(static member => member.Id, StringComparer.Ordinal);

    /// <summary>Columns <c>entrant, member</c>, and if wanted <c>from</c>, <c>to</c> (excluded) and <c>share</c>.</summary>
    public static Members Of(Table? table) => new(table?.Rows.Select(row => new Member(
        row.Fields[table.Need("member")],
        row.Fields[table.Need("entrant")],
        TermsReader.Date(table, row, "from") ?? DateOnly.MinValue,
        TermsReader.Date(table, row, "to") ?? DateOnly.MaxValue,
        TermsReader.Number(table, row, "share") ?? 1m,
        () => table.Refuse(row, "乘以 share 后数太大。", "Times this share a figure is too great."))) ?? []);

    /// <summary>The fact itself, and as a fact of each entrant that has its entrant as a member on its production date.</summary>
    public IEnumerable<Fact> CountedFor(Fact fact)
    {
        yield return fact;
        foreach (var member in _byMember[fact.Entrant].Where(member => fact.Date >= member.From && fact.Date < member.To))
        {
            yield return fact with
            {
                Entrant = member.Entrant,
                Value = member.Share == 1m ? fact.Value : member.ShareOf(fact.Value),
                Subject = fact.Subject.Length == 0 ? fact.Entrant : $"{fact.Entrant}/{fact.Subject}",
            };
        }
    }

    private sealed record Member(
        string Id, string Entrant, DateOnly From, DateOnly To, decimal Share, Func<JobRefusedException> Refusal)
    {
        public decimal? ShareOf(decimal? figure)
        {
            try
            {
                return figure * Share;
            }
            catch (OverflowException)
            {
                throw Refusal();
            }
        }
    }
}
