namespace Ganchao.Client.Wording;

public enum Language
{
    /// <summary>Read as Chinese.</summary>
    NotSet,
    Chinese,
    English,
}
