using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Ledger;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Registers;

/// <summary>The only writer of one register of a plant.</summary>
internal sealed class RegisterGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<RegisterGrain> logger)
    : LinesGrain<RegisterLine>(StreamKind.Register, ledger, books, clock, logger), IRegisterGrain
{
    public Task<LinesAnswer> Record(RegisterLines lines, Actor actor, long? expectedVersion, bool dryRun) =>
        RecordLines(lines.Lines, actor, expectedVersion, dryRun);

    protected override Guid IdOf(RegisterLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(RegisterLine line, string field, PlantBook book, Actor actor)
    {
        var register = RegisterRules.RegisterOf(line);
        if (RegisterNames.Of(register) != Stream.Key)
        {
            return [LineRefusals.WrongRegister(field, EventCodec.NameOf(line), Stream.Key)];
        }

        return RegisterNames.MayWrite(actor.Role, register)
            ? RegisterRules.Check(line, field, book)
            : [LineRefusals.RoleWrong($"the register '{Stream.Key}'", actor.Role)];
    }

    protected override RegisterLine Bare(RegisterLine line) =>
        line is PlanChangeLine change ? change with { Reason = null, ReasonKept = null } : line;

    // Erased content counts as the same, since nobody can tell any more.
    protected override async Task<bool> IsSamePrivately(RegisterLine sent, RegisterLine recorded) =>
        (sent, recorded) is not (PlanChangeLine notice, PlanChangeLine { ReasonKept: { } kept }) ||
        await contents.ReadAsync(Stream.Plant, kept.Content, CancellationToken.None) is not { } content ||
        content.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(notice.Reason ?? ""));

    protected override (RegisterLine Line, PrivateContent? Private) Kept(RegisterLine line)
    {
        if (line is not PlanChangeLine change)
        {
            return (line, null);
        }

        var (content, commitment) = Commitments.Keep(change.Reason!);
        return (change with { Reason = null, ReasonKept = commitment }, content);
    }
}
