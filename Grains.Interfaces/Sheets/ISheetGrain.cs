using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Interfaces.Sheets;

/// <summary>A sheet: where entries are made. The only writer of its ledger stream.</summary>
public interface ISheetGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes a list of entries whole or refuses it whole; answers only after commit. The same ids with the same
    /// content are answered with the first receipt. With <paramref name="dryRun"/> nothing is written: the answer says what
    /// would become of the list.
    /// </summary>
    [Alias("Enter")]
    Task<EntryAnswer> Enter(EntryList entries, Actor actor, bool dryRun);

    /// <summary>Hand-over (交班确认): ordinary entries end, corrections and late entries stay possible.</summary>
    [Alias("SignOff")]
    Task<EntryAnswer> SignOff(Guid id, Actor actor);

    /// <summary>The sheet as it stands.</summary>
    [Alias("Read")]
    Task<SheetView> Read();
}

/// <summary>A shift's sheet (班报); key: plant/team/date/shift kind.</summary>
[Alias("Ganchao.IShiftGrain")]
public interface IShiftGrain : ISheetGrain
{
    /// <summary>One side proposes to leave a stretch of the shift out (免计时段).</summary>
    [Alias("Propose")]
    Task<EntryAnswer> Propose(ExclusionForm exclusion, Actor actor);

    /// <summary>Confirms entries that were made on the lead's behalf (代填): by the lead, or by the branch.</summary>
    [Alias("Confirm")]
    Task<EntryAnswer> Confirm(Guid id, IReadOnlyList<Guid> entries, Actor actor);

    /// <summary>Confirms figures about people lent (借用): by the lead of the lending team, or by its branch.</summary>
    [Alias("ConfirmLoan")]
    Task<EntryAnswer> ConfirmLoan(Guid id, IReadOnlyList<Guid> entries, Actor actor);

    /// <summary>Records that there is nothing to report (无事可报), once; refused where figures stand on the sheet.</summary>
    [Alias("ReportNothing")]
    Task<EntryAnswer> ReportNothing(NothingForm form, Actor actor);

    /// <summary>Attaches a photo or file, whose bytes are stored already, to an entry of the sheet.</summary>
    [Alias("Attach")]
    Task<EntryAnswer> Attach(SheetEvidence evidence, Actor actor);

    /// <summary>The other side countersigns or contests it, its own takes it back, or it is decided.</summary>
    [Alias("AnswerExclusion")]
    Task<EntryAnswer> AnswerExclusion(Guid exclusion, ExclusionAnswer answer, Actor actor);
}

/// <summary>A department's sheet of a day, week or month; key: plant/department/first date/day, week or month.</summary>
[Alias("Ganchao.IDepartmentSheetGrain")]
public interface IDepartmentSheetGrain : ISheetGrain;

/// <summary>An event's sheet (违章, 未遂, 工伤 …); key: plant/event.</summary>
[Alias("Ganchao.IEventSheetGrain")]
public interface IEventSheetGrain : ISheetGrain;
