using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Certifications;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Interfaces.Projects;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Demo.Diary;
using Ganchao.Silo.Demo.Tables;
using Ganchao.Silo.Live;

namespace Ganchao.Silo.Demo;

/// <summary>Writes acts through the grains that everybody writes through, under the same rules.</summary>
internal sealed partial class DemoScribe(
    IGrainFactory grains, StageFinaliser finaliser, ILogger<DemoScribe> logger)
{
    private const int Tries = 3;

    /// <summary>Writes an act; what a rule refuses is logged and left out, as at a plant where somebody was faster.</summary>
    public async Task WriteAsync(DemoAct act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                foreach (var refusal in await RefusalsOfAsync(act))
                {
                    LogRefused(act.GetType().Name, act.At, refusal.Message);
                }

                return;
            }
            catch (Exception again) when (
                again is StreamMovedException or LedgerUnavailableException && attempt < Tries)
            {
                // The same ids again: nothing is stored twice.
            }
        }
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsOfAsync(DemoAct act) => act switch
    {
        ShiftAct shift => await WriteAsync(shift),
        DepartmentAct sheet => await EnterAsync(
            grains.GetGrain<IDepartmentSheetGrain>(KeyOf(sheet)), [.. sheet.Entries], sheet),
        EventAct happening => await EnterAsync(
            grains.GetGrain<IEventSheetGrain>($"{DemoPlant.Id}/{happening.Event}"), [happening.Entry], happening),
        RegisterAct register => (await grains.GetGrain<IRegisterGrain>(
                $"{DemoPlant.Id}/{RegisterNames.Of(register.Register)}")
            .Record(new RegisterLines([.. register.Lines]), act.Actor, null, false)).Refusals,
        ProjectAct project => (await grains.GetGrain<ICompetitionProjectGrain>($"{DemoPlant.Id}/{project.Project}")
            .Record(new ProjectLines([.. project.Lines]), act.Actor, null, false)).Refusals,
        CompetitionAct competition => (await grains.GetGrain<ICompetitionGrain>(
                $"{DemoPlant.Id}/{competition.Competition}")
            .Record(new CompetitionLines([.. competition.Lines]), act.Actor, null, false)).Refusals,
        CertifyAct verdict => (await grains.GetGrain<ICertificationGrain>(verdict.Total.ToString())
            .Record(new CertificationLines([verdict.Verdict]), act.Actor, null, false)).Refusals,
        FinalAct final => await WriteAsync(final),
        _ => throw new InvalidOperationException($"Nobody writes a {act.GetType().Name}."),
    };

    private async Task<IReadOnlyList<Refusal>> WriteAsync(ShiftAct act)
    {
        var sheet = grains.GetGrain<IShiftGrain>(act.Shift.ToString());
        var refusals = await EnterAsync(sheet, [.. act.Entries], act);
        return act.HandsOver
            ? [.. refusals, .. (await sheet.SignOff(DemoIds.Of("sign-off", act.Shift), act.Actor)).Refusals]
            : refusals;
    }

    // A list is taken whole or not at all: where a visitor has filled one cell, the others are still the team's.
    private static async Task<IReadOnlyList<Refusal>> EnterAsync(
        ISheetGrain sheet, IReadOnlyList<EntryForm> entries, DemoAct act)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var answer = await sheet.Enter(new EntryList(entries), act.Actor, false);
        if (answer.Outcome != EntryOutcome.Refused || entries.Count == 1)
        {
            return answer.Refusals;
        }

        var refusals = new List<Refusal>();
        foreach (var entry in entries)
        {
            refusals.AddRange((await sheet.Enter(new EntryList([entry]), act.Actor, false)).Refusals);
        }

        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> WriteAsync(FinalAct act)
    {
        var answer = await finaliser.FinaliseAsync(act.Board, DemoIds.Of("final", act.Board), act.Decision, act.Actor);
        return answer?.Refusals ?? throw new LedgerUnavailableException($"The figures of {act.Board} move; once more.");
    }

    private static string KeyOf(DepartmentAct sheet) => FormattableString.Invariant(
        $"{DemoPlant.Id}/{sheet.Department}/{sheet.Date:yyyy-MM-dd}/{sheet.Period.ToString().ToLowerInvariant()}");

    [LoggerMessage(LogLevel.Warning, "{Act} of {At} was refused: {Message}")]
    private partial void LogRefused(string act, DateTimeOffset at, string message);
}
