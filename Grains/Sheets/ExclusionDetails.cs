using System.Text.Json;
using Ganchao.Contracts.Entries;

namespace Ganchao.Grains.Sheets;

/// <summary>What rulebooks read of an agreed stretch besides its minutes.</summary>
public static class ExclusionDetails
{
    /// <summary>The tag that names the responsible side.</summary>
    public const string Responsible = "responsible";

    /// <summary>The cause as the fact's detail: <c>power-cut</c>, as in the API.</summary>
    public static string Of(ExclusionCause cause) => JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString());

    /// <summary>The cause that a fact's detail names; not set where it is none.</summary>
    public static ExclusionCause CauseOf(string detail) =>
        Enum.GetValues<ExclusionCause>().FirstOrDefault(cause => Of(cause) == detail);
}
