namespace Ganchao.Silo.Import;

/// <summary>The language of what a run prints.</summary>
internal enum ImportLanguage
{
    NotSet,
    Chinese,
    English,
}

/// <summary>One sentence for the person at the screen, in both languages.</summary>
internal sealed record Said(string Zh, string En)
{
    public string In(ImportLanguage language) => language == ImportLanguage.Chinese ? Zh : En;

    public override string ToString() => En;
}
