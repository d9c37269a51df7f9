using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Http;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Dashboard.Tests.Grids;

/// <summary>Events whose sheet does not answer.</summary>
public sealed class EventSheetPageTests
{
    [Fact]
    public async Task Where_nobody_knows_what_became_of_an_event_the_answer_is_no_fault_of_the_writer()
    {
        var page = new Page(new SilentEvents());

        var (left, problems, status) = await page.SendAsync();

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
        Assert.Equal("injury", Assert.Single(left).Kind);
        Assert.Equal("kind-0", Assert.Single(problems).Field);
    }

    private sealed class Page : EventSheetPage
    {
        public Page(IEventDesk desk) => (Desk, Http, Plant, Owner) = (desk, new DefaultHttpContext(), "p1", "safety");

        public async Task<(IReadOnlyList<TypedEvent> Left, IReadOnlyList<Problem> Problems, int Status)> SendAsync()
        {
            await OnInitializedAsync();
            var row = new TypedEvent(0, Guid.CreateVersion7(), "2026-7-3", "team/t07", "injury");
            var left = await SendAsync([row], Form!.Writer.Actor!);
            SayProblems();
            return (left, Problems, Http!.Response.StatusCode);
        }
    }

    private sealed class SilentEvents : IEventDesk
    {
        public Task<EventForm?> ReadAsync(
            HttpContext context, PlantId plant, UnitId department, CancellationToken cancellationToken) =>
            Task.FromResult<EventForm?>(new EventForm(
                plant,
                department,
                new Names("小厂"),
                new Names("安全科"),
                [
                    new EventKind(
                        new MeasureCode("injury"), SubjectKind.Team, new CellWords(new Names("工伤"), "人", 0), Counts: true,
                        new Dictionary<string, IReadOnlyList<string>>()),
                ],
                [new EventSubject(SubjectId.Team(new UnitId("t07")), new Names("造型一班"))],
                [],
                new DateOnly(2026, 7, 20),
                new EntryWriter(new Actor(ActorKind.Person, "p-1", Role.Statistician), 200, "")));

        public Task<EntryAnswer?> EnterAsync(PlantId plant, EventId happened, EntryList entries, Actor actor) =>
            Task.FromResult<EntryAnswer?>(null);

        public Task<IReadOnlyList<StandingEvent>> StandingAsync(
            EventForm form, DateRange dates, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RecordedEvent?> FindAsync(
            EventForm form, EventId happened, Guid entry, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<EntryJudgement> CheckAsync(PlantId plant, EventId happened, EntryList entries, Actor actor) =>
            throw new NotSupportedException();

        public EventReading Map(SpreadsheetTable table, EventForm form, IReadOnlyDictionary<int, string>? chosen) =>
            throw new NotSupportedException();
    }
}
