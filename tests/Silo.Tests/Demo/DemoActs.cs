using Ganchao.Silo.Demo.Diary;

namespace Ganchao.Silo.Tests.Demo;

/// <summary>What an act leaves in the ledger.</summary>
internal static class DemoActs
{
    public static IEnumerable<Guid> IdsOf(DemoAct act) => act switch
    {
        ShiftAct shift => shift.Entries.Select(entry => entry.Id),
        DepartmentAct sheet => sheet.Entries.Select(entry => entry.Id),
        EventAct happening => [happening.Entry.Id],
        RegisterAct register => register.Lines.Select(line => line.Id),
        ProjectAct project => project.Lines.Select(line => line.Id),
        CompetitionAct competition => competition.Lines.Select(line => line.Id),
        CertifyAct verdict => [verdict.Verdict.Id],
        FinalAct => [],
        _ => throw new InvalidOperationException($"A {act.GetType().Name} is no act."),
    };
}
