namespace Ganchao.Silo.CommandLine;

/// <summary>The commands of the executable; without one it starts the system.</summary>
internal static class Verbs
{
    public static Func<string[], Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        _ => null,
    };
}
