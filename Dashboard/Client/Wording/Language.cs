namespace Ganchao.Client.Wording;

internal enum Language
{
    /// <summary>Read as Chinese.</summary>
    NotSet,
    Chinese,
    English,
}
