using Ganchao.Client.Wording;
using Ganchao.Contracts.Registers;

namespace Ganchao.Dashboard.Registers;

/// <summary>What a cell of a register holds.</summary>
public enum CellForm
{
    NotSet,
    Text,

    /// <summary>An id or code.</summary>
    Id,

    /// <summary>Ids, parted by blanks or commas.</summary>
    Ids,
    Figure,
    Whole,
    Date,
    Choice,

    /// <summary>A person by staff number or sign-in name; the register knows the pseudonym only.</summary>
    Person,
}

/// <summary>One of the words that a cell may hold.</summary>
/// <param name="Value">As the register has it.</param>
/// <param name="Words">As people read it, and write it in either language.</param>
/// <param name="Also">What else people write for it.</param>
public sealed record RegisterChoice(string Value, Text Words, params IReadOnlyList<string> Also);

/// <summary>A column of a register as people see it: the field of a form, the heading of a table and of a file.</summary>
/// <param name="Key">Its name in a mapping file.</param>
/// <param name="Label">Its heading in either language.</param>
/// <param name="Form">What its cells hold.</param>
public sealed record RegisterColumn(string Key, Text Label, CellForm Form)
{
    /// <summary>Other headings under which files have it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public IReadOnlyList<RegisterChoice> Choices { get; init; } = [];

    /// <summary>Whether a line cannot be without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether it never changes once it is recorded.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether it stands in the list.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether its ids are those of units.</summary>
    public bool IsUnit { get; init; }

    /// <summary>Whether it is only shown once the thing is recorded, and compared where a file has it.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether it ends the thing, and stands on a form of its own.</summary>
    public bool IsEnd { get; init; }

    public Text? Hint { get; init; }

    /// <summary>The choice that a cell means, whichever way it is written; null: none.</summary>
    public RegisterChoice? ChoiceOf(string narrow) => Choices.FirstOrDefault(choice => choice.Also
        .Append(choice.Value).Append(choice.Words.Zh).Append(choice.Words.En)
        .Any(word => string.Equals(word, narrow, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A recorded value as people read it.</summary>
    public string Shown(string? value, ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.IsNullOrEmpty(value) ? Figures.Missing
            : Choices.FirstOrDefault(choice => choice.Value == value) is { } known ? words.Of(known.Words)
            : value;
    }
}

/// <summary>A register that the administrator keeps by page and by file.</summary>
/// <param name="Register">Which one; two forms may keep parts of one register.</param>
/// <param name="Section">What a mapping file calls such lines.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Thing">What one line of it is about.</param>
/// <param name="Columns">Its columns; the first names the thing.</param>
public sealed record RegisterForm(
    RegisterName Register, string Section, string Slug, Text Title, Text Thing, IReadOnlyList<RegisterColumn> Columns)
{
    /// <summary>The first date for which a line holds.</summary>
    public const string From = "from";

    public RegisterColumn Key => Columns[0];

    /// <summary>What the edit form has.</summary>
    public IEnumerable<RegisterColumn> Fields => Columns.Where(column => !column.IsEnd && !column.IsShown);

    /// <summary>What the form of a new thing has.</summary>
    public IEnumerable<RegisterColumn> NewFields => Columns.Where(column => !column.IsEnd);

    /// <summary>What the form has that ends the thing; empty: nothing of this register ends.</summary>
    public IEnumerable<RegisterColumn> EndFields => Columns.Where(column => column.IsEnd);

    /// <summary>Whether its lines hold from a date on.</summary>
    public bool IsDated => Find(From) is not null;

    /// <summary>Whether lines without headings are read in the order of the columns.</summary>
    public bool TakesBareLines { get; init; }

    /// <summary>A few lines as they may be imported.</summary>
    public required Text Example { get; init; }

    public RegisterColumn? Find(string key) => Columns.FirstOrDefault(column => column.Key == key);
}
