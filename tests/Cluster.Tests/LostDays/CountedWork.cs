namespace Ganchao.Cluster.Tests.LostDays;

/// <summary>
/// What a person's hands and head do at a form, in seconds of the keystroke-level model (Card, Moran and Newell, The
/// keystroke-level model for user performance time with interactive systems, CACM 23:7, 1980; an average typist).
/// </summary>
internal sealed class CountedWork
{
    private const double Key = 0.28;
    private const double Point = 1.1;
    private const double Button = 0.2;
    private const double Home = 0.4;
    private const double Think = 1.35;
    private const double TurnPaper = 2;

    private double _seconds;
    private int _keys;
    private int _presses;
    private int _fields;

    /// <summary>How many sheets of paper there were.</summary>
    public int Sheets { get; private set; }

    public TimeSpan Time => TimeSpan.FromSeconds(_seconds);

    /// <summary>The next sheet of paper is laid beside the keyboard, and its team compared with the screen's.</summary>
    public void TurnSheet()
    {
        Sheets++;
        _seconds += TurnPaper + Home + Think;
    }

    /// <summary>
    /// A figure is read from the paper and typed, and Enter goes on; a field that is blank on the paper is passed over.
    /// </summary>
    public void Type(string text)
    {
        _fields += text.Length > 0 ? 1 : 0;
        _keys += text.Length + 1;
        _seconds += (text.Length > 0 ? Think : 0) + ((text.Length + 1) * Key);
    }

    /// <summary>A button is looked for and pressed.</summary>
    public void Press()
    {
        _presses++;
        _seconds += Think + Home + Point + Button;
    }

    /// <summary>An unusual figure is compared with the paper, ticked, and a reason chosen from the list.</summary>
    public void Explain()
    {
        Press();
        Press();
        Press();
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Sheets} sheets, {_fields} fields, {_keys} keys, {_presses} presses: {Time:mm\\:ss}");
}
