using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Tests.Identity;

public sealed class IdTests
{
    [Theory]
    [InlineData("t07")]
    [InlineData("造型一班")]
    [InlineData("ZD-2026Q3-03")]
    [InlineData("a.b_c+d")]
    public void An_id_holds_letters_and_digits_of_any_script(string text)
    {
        var id = new UnitId(text);

        Assert.Equal(text, id.Value);
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(id, GanchaoJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" t07")]
    [InlineData("a/b")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    public void An_id_with_blanks_slashes_or_control_characters_is_refused_with_a_sentence(string text)
    {
        var refused = Assert.Throws<FormatException>(() => new UnitId(text));

        Assert.Contains("is no unit id", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_ends_at_64_characters()
    {
        Assert.Equal(64, new PlantId(new string('p', 64)).Value.Length);
        Assert.Throws<FormatException>(() => new PlantId(new string('p', 65)));
    }

    [Fact]
    public void A_broken_id_in_a_message_is_named_by_its_path()
    {
        var refused = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<Holder>("""{"team":"a b"}""", GanchaoJson.Options));

        Assert.Equal("$.team", refused.Path);
    }

    [Fact]
    public void An_id_that_was_never_set_cannot_be_read()
    {
        Assert.Throws<InvalidOperationException>(() => default(MeasureCode).Value);
    }

    private sealed record Holder(UnitId Team);
}
