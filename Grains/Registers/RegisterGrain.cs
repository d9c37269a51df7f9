using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Roles;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Registers;

/// <summary>The only writer of one register of a plant.</summary>
internal sealed class RegisterGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<RegisterGrain> logger)
    : LinesGrain<RegisterLine>(StreamKind.Register, ledger, contents, books, clock, logger), IRegisterGrain
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

        return RegisterNames.MayWrite(actor.Role, register) || RoleRules.IsOwnDeputy(line, actor)
            ? RegisterRules.CheckReason(line, field).Concat(RegisterRules.Check(line, field, book))
            : [LineRefusals.RoleWrong($"the register '{Stream.Key}'", actor.Role)];
    }

    protected override UnitId? UnitOf(RegisterLine line, PlantBook book) => line switch
    {
        RoleLine { For: not null } deputy => deputy.Unit,
        RoleEndedLine { For: not null } ended => ended.Unit,
        _ => null,
    };

    protected override PrivateText<RegisterLine> TextOf(RegisterLine line) =>
        new(line.Reason, line.ReasonKept, kept => line with { Reason = null, ReasonKept = kept });
}
