namespace Ganchao.Scoring;

/// <summary>
/// Bounds within which a formula or a rulebook is read at all; beyond them it is refused before any work is
/// done on it.
/// </summary>
public static class FormulaLimits
{
    /// <summary>Characters in one formula.</summary>
    public const int Length = 4000;

    /// <summary>Characters in one name.</summary>
    public const int Name = 200;

    /// <summary>Open parentheses at one place.</summary>
    public const int Nesting = 32;

    /// <summary>Nodes from the root to the deepest leaf. A sum of 100 terms has depth 100.</summary>
    public const int Depth = 200;

    /// <summary>Nodes of one formula.</summary>
    public const int Nodes = 1000;

    /// <summary>Characters in the text of a rulebook.</summary>
    public const int RulebookLength = 262_144;

    /// <summary>Mappings and lists within each other in the text of a rulebook.</summary>
    public const int RulebookNesting = 12;

    /// <summary>Items (inputs, indicators, gates …) in one part of a rulebook.</summary>
    public const int Items = 500;

    /// <summary>Grades of a rulebook.</summary>
    public const int Grades = 100;
}
