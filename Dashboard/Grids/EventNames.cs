using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Grids;

/// <summary>What events, their attributes and their values are called in files.</summary>
public static class EventNames
{
    public static string TitleOf(EventForm form, ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(words);
        return $"{words.Of(form.Names)} {words.Of(EventTexts.Events)}";
    }

    public static IReadOnlyList<string> Headings(EventForm form, ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(words);
        return
        [
            words.Of(EventTexts.Date), words.Of(EventTexts.Who), words.Of(EventTexts.Kind), words.Of(EventTexts.Number),
            words.Of(EventTexts.Value), .. form.Attributes.Select(name => EventTexts.Say(name, words)), words.Of(EventTexts.Note),
        ];
    }

    public static IReadOnlyList<string> Of(string code) => EventTexts.NamesOf(code);
}
