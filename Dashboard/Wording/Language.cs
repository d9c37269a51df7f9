namespace Ganchao.Dashboard.Wording;

internal enum Language
{
    /// <summary>Read as Chinese.</summary>
    NotSet,
    Chinese,
    English,
}
