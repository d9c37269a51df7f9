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
    /// <exception cref="JobRefusedException">
    /// Somebody is a member of himself, of one who is a member too, or twice at a time; or a share is not positive.
    /// </exception>
    public static Members Of(Table? table)
    {
        var members = new List<Member>();
        foreach (var row in table?.Rows ?? [])
        {
            var member = new Member(
                row.Fields[table!.Need("member")],
                row.Fields[table.Need("entrant")],
                TermsReader.Date(table, row, "from") ?? DateOnly.MinValue,
                TermsReader.Date(table, row, "to") ?? DateOnly.MaxValue,
                TermsReader.Number(table, row, "share") ?? 1m,
                () => table.Refuse(row, "乘以 share 后数太大。", "Times this share a figure is too great."));
            if (member.Share <= 0m)
            {
                throw table.Refuse(row, "share 须大于 0。", "A share is greater than 0.");
            }

            if (members.Exists(other => other.Id == member.Id && other.Entrant == member.Entrant
                && other.From < member.To && member.From < other.To))
            {
                throw table.Refuse(
                    row,
                    $"“{member.Id}”在同一时间两次算作“{member.Entrant}”的成员。",
                    $"'{member.Id}' is a member of '{member.Entrant}' twice at a time.");
            }

            members.Add(member);
            var isDeeper = members.Exists(other => other.Entrant == member.Id || other.Id == member.Entrant);
            if (member.Id == member.Entrant || isDeeper)
            {
                throw table.Refuse(
                    row,
                    $"“{member.Id}”属于“{member.Entrant}”,而二者之一自己又有成员或是成员:成员只有一层。",
                    $"'{member.Id}' belongs to '{member.Entrant}', and one of them has members or is one itself: " +
                    "there is one level only.");
            }
        }

        return new Members(members);
    }

    /// <summary>Those that have members.</summary>
    public IEnumerable<string> Entrants =>
        _byMember.SelectMany(static members => members).Select(static member => member.Entrant);

    /// <summary>Whether somebody belongs to an entrant.</summary>
    public bool Are(string id) => _byMember.Contains(id);

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
