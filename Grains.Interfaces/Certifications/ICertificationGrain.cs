using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Interfaces.Certifications;

/// <summary>
/// The departments' verdicts on one total. The only writer of its stream. Key:
/// plant/measure/subject kind/subject/start/end, the text of a certification id.
/// </summary>
[Alias("Ganchao.ICertificationGrain")]
public interface ICertificationGrain : IGrainWithStringKey
{
    /// <summary>Takes a list of lines whole or refuses it whole; see the registers' grain.</summary>
    [Alias("Record")]
    Task<LinesAnswer> Record(CertificationLines lines, Actor actor, long? expectedVersion, bool dryRun);
}
