namespace Ganchao.Contracts.Entries;

/// <summary>One of a shift's forms as it was filled on a device and kept there until it could be sent.</summary>
/// <param name="Owner">Who filled it, as the server named the person to the device; nobody else's sign-in may send it.</param>
/// <param name="Fields">The form's fields by name, as a browser would post them; among them the ids of the entries.</param>
/// <param name="DeviceAt">When it was submitted by the device's clock; recorded, never trusted.</param>
/// <param name="FormAt">When the form was downloaded, by the device's clock; absent: it came fresh from the server.</param>
/// <param name="Part">Which of the shift's forms it is; absent: that of the figures.</param>
public sealed record TypedSheet(
    string Owner,
    IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset DeviceAt,
    DateTimeOffset? FormAt = null,
    SheetPart Part = SheetPart.Figures);

/// <summary>The forms of a shift that a device may keep.</summary>
public enum SheetPart
{
    NotSet,

    /// <summary>What the team made, used and reports of the shift.</summary>
    Figures,

    /// <summary>出勤工时: figures by person.</summary>
    Crew,

    /// <summary>无事可报: that there is nothing to enter; its one field is the id of the entry.</summary>
    Nothing,
}

/// <summary>What a device keeps once its sheet is recorded.</summary>
/// <param name="Address">The page that shows the receipt.</param>
/// <param name="Entries">Each entry's number in the sheet.</param>
/// <param name="IsRepeated">Whether it had been recorded before.</param>
/// <param name="IsLate">Whether it is marked as late (补报).</param>
public sealed record TypedReceipt(string Address, IReadOnlyList<EntryReceipt> Entries, bool IsRepeated, bool IsLate);

/// <summary>What is wrong with one field of a typed sheet.</summary>
/// <param name="Rule">The broken rule's stable name.</param>
/// <param name="Message">In the reader's language.</param>
/// <param name="Detail">The sheet's own sentence, which names both contents where two disagree; in English.</param>
public sealed record TypedProblem(string Rule, string Message, string? Detail = null);

/// <summary>What has become of an entry since it was recorded.</summary>
public enum EntryFate
{
    NotSet,

    /// <summary>It stands as it was sent.</summary>
    Recorded,

    /// <summary>Its total is certified (已认定) with it.</summary>
    Certified,

    /// <summary>A further entry superseded it (已更正) or made it void.</summary>
    Corrected,
}

/// <summary>One entry and what has become of it.</summary>
public sealed record EntryTrack(Guid Entry, EntryFate Fate);

/// <summary>Whom a device's sheets belong to from now on; a pseudonymous id.</summary>
public sealed record SheetOwner(string Owner);
