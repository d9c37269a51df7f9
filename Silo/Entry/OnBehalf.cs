using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Silo.Entry;

/// <summary>代填: what somebody else than the lead types on a shift's sheet is the lead's entry, and both names are kept.</summary>
internal static class OnBehalf
{
    /// <summary>The list as it is sent in the name of the team's lead; as it is where the lead types it.</summary>
    public static EntryList Of(EntryList list, KnownShift shift, Actor actor, DateOnly today) =>
        IsAnother(actor)
            ? new EntryList(
                [.. list.Entries.Select(entry => entry.Supersedes is null ? Marked(entry, LeadOf(shift, today)) : entry)])
            : list;

    /// <summary>The same of the entry that there is nothing to report.</summary>
    public static NothingForm Of(NothingForm nothing, KnownShift shift, Actor actor, DateOnly today) =>
        !IsAnother(actor) ? nothing : nothing with
        {
            Way = nothing.Way is null ? EntryWay.OnBehalf : WayOf(nothing.Way),
            For = nothing.For ?? LeadOf(shift, today),
        };

    /// <summary>The one person who leads the team on a date, no deputy; null where there is none, or more than one.</summary>
    public static PersonId? LeadOf(KnownShift shift, DateOnly date)
    {
        var leads = shift.Book.Roles.HoldersOf(Role.ShiftLead, shift.Id.Team, shift.Book.Organisation, date).Take(2).ToList();
        return leads.Count == 1 ? leads[0] : null;
    }

    private static bool IsAnother(Actor actor) => actor is { Kind: ActorKind.Person, Role: not Role.ShiftLead };

    private static EntryWay? WayOf(EntryWay? way) => way is EntryWay.NotSet or EntryWay.Ordinary ? EntryWay.OnBehalf : way;

    private static EntryForm Marked(EntryForm entry, PersonId? lead) => entry with
    {
        Way = WayOf(entry.Way),
        For = entry.For ?? lead,
    };
}
