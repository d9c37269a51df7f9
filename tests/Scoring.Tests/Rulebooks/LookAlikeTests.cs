namespace Ganchao.Scoring.Tests.Rulebooks;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("a", "\u0430", "Cyrillic а")]
    [InlineData("score", "sc\u043Ere", "Cyrillic о inside")]
    [InlineData("NO", "\u039D\u039F", "Greek capitals")]
    [InlineData("A1", "\uFF21\uFF11", "full width")]
    [InlineData("ﾃﾞｰﾀ", "データ", "half-width katakana")]
    [InlineData("一级", "\u2F00级", "a radical")]
    [InlineData("é", "\uFF45\u0301", "")]
    [InlineData("金额", "\uF90A额", "a compatibility character")]
    [InlineData("产量", "产\u3164量", "an unseen letter")]
    public void Names_that_look_the_same_are_refused(string one, string other, string reason)
    {
        var text = $"inputs: {{ {one}: m, {other}: n }}\nindicators: {{ x: {{ value: sum({one}) }} }}";

        Assert.Contains(reason.Length == 0 ? "wrong-value" : "look-alike", Ids(text));
    }

    [Theory]
    [InlineData("inputs: { a: m }\nconstants: { \u0430: 1 }\nindicators: { x: { value: sum(a) } }")]
    [InlineData("inputs: { t\u043Etal: m }\nindicators: { x: { value: sum(t\u043Etal) } }")]
    [InlineData("inputs: { \uFF41\uFF4E\uFF44: m }\nindicators: { x: { value: sum(\uFF41\uFF4E\uFF44) } }")]
    [InlineData("indicators: { x: { value: '1' }, \u0445: { value: '1' } }")]
    [InlineData("sections: { s: {}, \uFF53: {} }\nindicators: { x: { value: '1' } }")]
    public void Ids_constants_and_words_of_the_language_are_looked_at_too(string text) => Assert.Contains("look-alike", Ids(text));

    [Theory]
    [InlineData("x", "X")]
    [InlineData("l1", "ll")]
    [InlineData("己", "已")]
    [InlineData("план", "факт")]
    [InlineData("a", "\u0431")]
    public void Names_that_differ_visibly_are_taken(string one, string other) =>
        Assert.DoesNotContain("look-alike", Ids($"inputs: {{ {one}: m, {other}: n }}\nindicators: {{ x: {{ value: sum({one}) }} }}"));

    [Fact]
    public void The_message_tells_the_characters()
    {
        var found = Sample.Errors("language: 1\ncode: c\ninputs: { 产量a: m, 产量\u0430: n }\nindicators: { x: { value: sum(产量a) } }");

        Assert.Contains("(U+0430)", Assert.Single(found).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("' a'")]
    [InlineData("'a '")]
    [InlineData("'a # b'")]
    [InlineData("\"a\\u3000\"")]
    [InlineData("\"a\\u200B\"")]
    [InlineData("\"a\\uFEFF\"")]
    [InlineData("\"\\u202Ea\"")]
    public void A_name_with_something_around_it_is_no_name(string name) =>
        Assert.Contains("wrong-value", Ids($"inputs: {{ {name}: m }}\nindicators: {{ x: {{ value: '1' }} }}"));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDBFF)]
    [InlineData(0xDC00)]
    public void Half_a_character_is_refused(int half) =>
        Assert.Equal(["not-unicode"], Ids($"names: 'x{(char)half}'\nindicators: {{ x: {{ value: '1' }} }}"));

    [Theory]
    [InlineData("a", "\u0430")]
    [InlineData("\u0430", "a")]
    public void Whichever_comes_first_the_odd_character_is_named(string one, string other) => Assert.Contains(
        Sample.Errors(
            $"language: 1\ncode: c\ninputs: {{ {one}: m, {other}: n }}\nindicators: {{ x: {{ value: sum({one}) }} }}"),
        static diagnostic => diagnostic.Id == "look-alike" && diagnostic.En.Contains("(U+0430)", StringComparison.Ordinal));

    private static IEnumerable<string> Ids(string text) =>
        Sample.Errors($"language: 1\ncode: c\n{text}").Select(static diagnostic => diagnostic.Id);
}
