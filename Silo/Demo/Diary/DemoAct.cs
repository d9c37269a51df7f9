using System.Collections.Immutable;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// Something that somebody at the demo plant does at an instant of plant time. Its ids are made from what it is, so it may be
/// done again: nothing is stored twice.
/// </summary>
internal abstract record DemoAct(DateTimeOffset At, Actor Actor);

/// <summary>A list for a team's shift sheet; with the last one the sheet is handed over (交班确认).</summary>
internal sealed record ShiftAct(
    DateTimeOffset At, Actor Actor, ShiftId Shift, ImmutableArray<EntryForm> Entries, bool HandsOver = false)
    : DemoAct(At, Actor);

/// <summary>A list for a department's or branch's sheet of a day, week or month.</summary>
internal sealed record DepartmentAct(
    DateTimeOffset At, Actor Actor, UnitId Department, DateOnly Date, Occasion Period, ImmutableArray<EntryForm> Entries)
    : DemoAct(At, Actor);

/// <summary>An entry on an event's sheet.</summary>
internal sealed record EventAct(DateTimeOffset At, Actor Actor, EventId Event, EntryForm Entry) : DemoAct(At, Actor);

/// <summary>Lines for a register.</summary>
internal sealed record RegisterAct(
    DateTimeOffset At, Actor Actor, RegisterName Register, ImmutableArray<RegisterLine> Lines) : DemoAct(At, Actor);

/// <summary>Lines for a project.</summary>
internal sealed record ProjectAct(DateTimeOffset At, Actor Actor, ProjectId Project, ImmutableArray<ProjectLine> Lines)
    : DemoAct(At, Actor);

/// <summary>Lines for a competition.</summary>
internal sealed record CompetitionAct(
    DateTimeOffset At, Actor Actor, CompetitionId Competition, ImmutableArray<CompetitionLine> Lines) : DemoAct(At, Actor);

/// <summary>A department's verdict on a total (认定).</summary>
internal sealed record CertifyAct(DateTimeOffset At, Actor Actor, CertificationId Total, CertificationLine Verdict)
    : DemoAct(At, Actor);

/// <summary>The committee's decision on a month (定榜).</summary>
internal sealed record FinalAct(DateTimeOffset At, Actor Actor, BoardId Board, string Decision) : DemoAct(At, Actor);
