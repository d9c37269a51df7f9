using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Silo.Evidence;

namespace Ganchao.Silo.Tests.Evidence;

/// <summary>What an upload is by its content, what is taken out of it, what is not taken at all.</summary>
public sealed class EvidenceInspectorTests
{
    private const int Seed = 20261127;

    private static readonly Dictionary<string, Func<byte[]?, byte[]>> Whole = new()
    {
        ["image/jpeg"] = after => Pictures.Jpeg(after: after),
        ["image/png"] = after => Pictures.Png(after: after),
        ["image/webp"] = after => Pictures.Webp(after: after),
    };

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void Where_a_photo_was_taken_is_left_out_and_the_picture_stays(string type)
    {
        var taken = EvidenceInspector.Inspect(Whole[type](null));

        Assert.Equal((EvidenceFault.NotSet, type), (taken.Fault, taken.MediaType));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(taken.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(taken.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(taken.Bytes), StringComparison.Ordinal);

        var again = EvidenceInspector.Inspect(taken.Bytes);
        Assert.Equal(EvidenceFault.NotSet, again.Fault);
        Assert.Equal(taken.Bytes, again.Bytes);
    }

    [Fact]
    public void A_photo_taken_sideways_stays_sideways()
    {
        var taken = EvidenceInspector.Inspect(Pictures.Jpeg(orientation: 6)).Bytes;

        var exif = taken.AsSpan().IndexOf("Exif\0\0"u8);
        Assert.Equal(6, ExifOrientation.Read(taken.AsSpan(exif)));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(taken), StringComparison.Ordinal);
        Assert.Equal(taken, EvidenceInspector.Inspect(taken).Bytes);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void A_picture_that_is_cut_off_anywhere_is_refused(string type)
    {
        var whole = Whole[type](null);
        for (var length = 12; length < whole.Length; length++)
        {
            Assert.NotEqual(EvidenceFault.NotSet, EvidenceInspector.Inspect(whole[..length]).Fault);
        }
    }

    [Theory]
    [InlineData("image/jpeg", "<html><script>alert(1)</script>")]
    [InlineData("image/jpeg", "PK\u0003\u0004")]
    [InlineData("image/png", "%PDF-1.4")]
    [InlineData("image/webp", "<SVG onload=alert(1)>")]
    public void A_picture_with_another_file_behind_it_is_refused(string type, string after) => Assert.Equal(
        EvidenceFault.Hostile, EvidenceInspector.Inspect(Whole[type](Encoding.ASCII.GetBytes(after))).Fault);

    [Fact]
    public void What_a_phone_adds_behind_a_picture_is_left_out() => Assert.Equal(
        EvidenceInspector.Inspect(Pictures.Jpeg()).Bytes, EvidenceInspector.Inspect(Pictures.Jpeg(after: new byte[400])).Bytes);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><p>photo.jpg")]
    [InlineData("GIF89a")]
    [InlineData("MZ")]
    [InlineData("")]
    [InlineData("RIFF....AVI ")]
    public void What_is_no_picture_by_its_content_is_refused(string content) =>
        Assert.Equal(EvidenceFault.WrongType, EvidenceInspector.Inspect(Encoding.ASCII.GetBytes(content)).Fault);

    [Fact]
    public void A_picture_of_huge_size_is_refused_before_anybody_draws_it()
    {
        Assert.Equal(EvidenceFault.TooManyPixels, EvidenceInspector.Inspect(Pictures.Jpeg(65_535, 65_535)).Fault);
        Assert.Equal(EvidenceFault.TooManyPixels, EvidenceInspector.Inspect(Pictures.Jpeg(0, 8)).Fault);
        Assert.Equal(EvidenceFault.TooManyPixels, EvidenceInspector.Inspect(Pictures.Png(2_147_483_647, 1)).Fault);
        Assert.Equal(EvidenceFault.TooManyPixels, EvidenceInspector.Inspect(Pictures.Png(10_000, 10_000)).Fault);
        Assert.Equal(EvidenceFault.TooManyPixels, EvidenceInspector.Inspect(Pictures.Webp(16_385, 1)).Fault);
    }

    [Fact]
    public void A_large_file_is_refused_whatever_it_is() => Assert.Equal(
        EvidenceFault.TooLarge, EvidenceInspector.Inspect(new byte[EvidenceCommitment.MaxLength + 1]).Fault);

    [Theory]
    [InlineData("", EvidenceFault.NotSet)]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", EvidenceFault.Hostile)]
    [InlineData("/Launch", EvidenceFault.Hostile)]
    [InlineData("/EmbeddedFiles", EvidenceFault.Hostile)]
    [InlineData("<script>", EvidenceFault.Hostile)]
    internal void A_pdf_is_taken_where_nothing_in_it_runs(string inside, EvidenceFault fault) =>
        Assert.Equal(fault, EvidenceInspector.Inspect(Pictures.Pdf(inside)).Fault);

    [Fact]
    public void A_pdf_without_its_end_is_refused() =>
        Assert.Equal(EvidenceFault.Broken, EvidenceInspector.Inspect(Pictures.Pdf()[..40]).Fault);

    [Fact]
    public void Whatever_bytes_are_wrong_the_inspector_answers()
    {
        var random = new Random(Seed);
        foreach (var whole in Whole.Values.Select(make => make(null)))
        {
            for (var round = 0; round < 20_000; round++)
            {
                var broken = (byte[])whole.Clone();
                for (var changes = random.Next(1, 6); changes > 0; changes--)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }

                var found = EvidenceInspector.Inspect(broken);
                Assert.True(found.Fault != EvidenceFault.NotSet || found.Bytes.Length <= broken.Length + 36);
            }
        }
    }
}
