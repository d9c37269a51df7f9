using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Blanks;

namespace Ganchao.Dashboard.Tests.Blanks;

/// <summary>The code on a blank sheet survives typing, and says which character was typed wrong.</summary>
public sealed class SheetCodeTests
{
    private static readonly string Code = SheetCode.Of(ShiftOf("t07", "night"));

    [Fact]
    public void It_says_team_date_and_shift_in_letters_that_people_read()
    {
        Assert.Matches("^T07-260302-NIGHT-[0-9A-Z*]{2}$", Code);
        Assert.Equal(
            new SheetCodeReading(SheetCodeFault.NotSet, "T07", new DateOnly(2026, 3, 2), "NIGHT"), SheetCode.Read(Code));
    }

    [Fact]
    public void Small_wide_and_spaced_letters_are_as_good()
    {
        var wide = string.Concat(Code.ToLowerInvariant().Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xfee0) : c));

        Assert.Equal(SheetCodeFault.NotSet, SheetCode.Read($"  {Code.ToLowerInvariant()}\r\n").Fault);
        Assert.Equal(SheetCodeFault.NotSet, SheetCode.Read(wide).Fault);
    }

    [Fact]
    public void Every_single_wrong_letter_or_digit_is_told_by_its_place_and_what_it_should_be()
    {
        const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
        for (var index = 0; index < Code.Length; index++)
        {
            foreach (var wrong in Letters.Where(letter => letter != Code[index] && IsOther(letter, Code[index])))
            {
                var reading = SheetCode.Read($"{Code[..index]}{wrong}{Code[(index + 1)..]}");

                Assert.Equal(
                    (SheetCodeFault.Character, index + 1, wrong, Code[index]),
                    (reading.Fault, reading.Place, reading.Written, reading.Meant));
            }
        }
    }

    // An eight and a dash count alike.
    private static bool IsOther(char one, char other) => one is not ('8' or '-') || other is not ('8' or '-');

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_code_that_was_cut_off_is_refused_without_blaming_a_character(int missing) =>
        Assert.Equal(SheetCodeFault.Several, SheetCode.Read(Code[..^missing]).Fault);

    [Fact]
    public void Two_characters_that_changed_places_are_refused()
    {
        for (var index = 1; index < Code.Length; index++)
        {
            var swapped = $"{Code[..(index - 1)]}{Code[index]}{Code[index - 1]}{Code[(index + 1)..]}";

            Assert.True(swapped == Code || SheetCode.Read(swapped).Fault == SheetCodeFault.Several, swapped);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("00")]
    [InlineData("000000")]
    [InlineData("夜班")]
    [InlineData("'; drop table facts; --")]
    public void What_is_no_code_is_refused(string typed) => Assert.NotEqual(SheetCodeFault.NotSet, SheetCode.Read(typed).Fault);

    [Fact]
    public void A_very_long_text_is_refused() =>
        Assert.Equal(SheetCodeFault.Shape, SheetCode.Read(new string('7', 100_000)).Fault);

    [Theory]
    [InlineData("造型一班", "夜班")]
    [InlineData("team-with-dashes_and.dots+", "early-2")]
    [InlineData("a-very-long-id-of-a-team-that-somebody-made-up-in-an-office", "day")]
    public void Ids_of_any_letters_are_read_back(string team, string kind)
    {
        var reading = SheetCode.Read(SheetCode.Of(ShiftOf(team, kind)));

        Assert.Equal((team.ToUpperInvariant(), kind.ToUpperInvariant()), (reading.Team, reading.Kind));
    }

    [Theory]
    [InlineData("http://plant:5080/entry/main/t07/2026-03-02/night", true)]
    [InlineData("https://plant/entry/main/t07/2026-03-02/night?lang=en", true)]
    [InlineData("/entry/main/%E4%B8%80%E7%8F%AD/2026-03-02/night", true)]
    [InlineData("http://plant/entry/main/t07/2026-03-02", false)]
    [InlineData("http://plant/entry/main/t07/2026-13-02/night", false)]
    [InlineData("T07-260302-NIGHT-00", false)]
    public void A_scanned_address_is_as_good_as_a_code(string scanned, bool isSheet) =>
        Assert.Equal(isSheet, SheetAddress.Read(scanned) is not null);

    private static ShiftId ShiftOf(string team, string kind) =>
        new(new PlantId("main"), new UnitId(team), new DateOnly(2026, 3, 2), new ShiftKind(kind));
}
