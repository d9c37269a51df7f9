using System.Buffers.Binary;

namespace Ganchao.Scoring;

/// <summary>
/// The bytes of accumulators: a version, then tallies and series, then kept records where the rulebook keeps any; an
/// empty tally is one byte.
/// </summary>
internal static class AccumulatorBytes
{
    private const byte Version = 1;
    private const byte WithRecords = 2;

    public static byte[] Write(Accumulators accumulators)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(accumulators.Kept.Count == 0 ? Version : WithRecords);
        writer.Write7BitEncodedInt(accumulators.Tallies.Count);
        foreach (var tally in accumulators.Tallies)
        {
            Write(writer, tally);
        }

        writer.Write7BitEncodedInt(accumulators.Series.Count);
        foreach (var series in accumulators.Series)
        {
            Write(writer, series);
        }

        if (accumulators.Kept.Count > 0)
        {
            KeptBytes.Write(writer, accumulators.Kept);
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static Accumulators Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
            var version = reader.ReadByte();
            if (version is not (Version or WithRecords))
            {
                throw new FormatException("These accumulators are of another version; fold the facts again.");
            }

            return new Accumulators(
                ReadMany(reader, ReadTally),
                ReadMany(reader, ReadSeries),
                version == WithRecords ? KeptBytes.Read(reader) : ValueList<KeptRecords>.Empty);
        }
        catch (EndOfStreamException cut)
        {
            throw new FormatException("These accumulators are cut off; fold the facts again.", cut);
        }
    }

    public static ValueList<T> ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count < 0 || count > reader.BaseStream.Length)
        {
            throw new FormatException("These accumulators are damaged; fold the facts again.");
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(reader);
        }

        return ValueList.Of<T>(items);
    }

    private static void Write(BinaryWriter writer, Tally tally)
    {
        writer.Write7BitEncodedInt(tally.Count);
        writer.Write7BitEncodedInt((int)tally.Spoilt.Bits);
        if (tally.Count == 0)
        {
            return;
        }

        Write(writer, tally.Sum);
        writer.Write(tally.Least);
        writer.Write(tally.Greatest);
        writer.Write(tally.Last);
        Write(writer, tally.LastKey);
        writer.Write(tally.FirstDate.DayNumber);
    }

    private static Tally ReadTally(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var spoilt = new NaReasons((uint)reader.Read7BitEncodedInt());
        return count == 0 ? new Tally { Spoilt = spoilt } : new Tally
        {
            Count = count,
            Spoilt = spoilt,
            Sum = ReadSum(reader),
            Least = reader.ReadDecimal(),
            Greatest = reader.ReadDecimal(),
            Last = reader.ReadDecimal(),
            LastKey = ReadKey(reader),
            FirstDate = DateOnly.FromDayNumber(reader.ReadInt32()),
        };
    }

    private static void Write(BinaryWriter writer, Series series)
    {
        writer.Write7BitEncodedInt(series.Entries.Count);
        foreach (var entry in series.Entries)
        {
            writer.Write(entry.Date.DayNumber);
            writer.Write(entry.Product);
            writer.Write7BitEncodedInt(entry.Cells.Count);
            foreach (var cell in entry.Cells)
            {
                writer.Write7BitEncodedInt(cell.Count);
                Write(writer, cell.Sum);
                writer.Write7BitEncodedInt((int)cell.Spoilt.Bits);
            }
        }
    }

    private static Series ReadSeries(BinaryReader reader) => new(ReadMany(reader, static r => new SeriesEntry(
        DateOnly.FromDayNumber(r.ReadInt32()),
        r.ReadString(),
        ReadMany(
            r, static c => new SeriesCell(c.Read7BitEncodedInt(), ReadSum(c), new NaReasons((uint)c.Read7BitEncodedInt()))))));

    public static void Write(BinaryWriter writer, OccurrenceKey key)
    {
        writer.Write(key.Date.DayNumber);
        writer.Write(key.ShiftOrder);
        writer.Write(key.ObservedAt.HasValue);
        if (key.ObservedAt is { } observed)
        {
            writer.Write(observed.UtcTicks);
        }

        writer.Write(key.Entry.ToByteArray());
    }

    public static OccurrenceKey ReadKey(BinaryReader reader) => new(
        DateOnly.FromDayNumber(reader.ReadInt32()),
        reader.ReadInt32(),
        reader.ReadBoolean() ? new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero) : null,
        new Guid(Take(reader, 16)));

    private static void Write(BinaryWriter writer, ExactSum sum)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(bytes, sum.Units);
        var used = 16;
        while (used > 1 && bytes[used - 1] == (bytes[used - 2] >= 0x80 ? 0xFF : 0x00))
        {
            used--;
        }

        writer.Write((byte)used);
        writer.Write(bytes[..used]);
    }

    private static ExactSum ReadSum(BinaryReader reader)
    {
        var used = reader.ReadByte();
        if (used is < 1 or > 16)
        {
            throw new FormatException("These accumulators are damaged; fold the facts again.");
        }

        var read = Take(reader, used);
        Span<byte> bytes = stackalloc byte[16];
        bytes.Fill(read[^1] >= 0x80 ? (byte)0xFF : (byte)0x00);
        read.CopyTo(bytes);
        return new ExactSum(BinaryPrimitives.ReadInt128LittleEndian(bytes));
    }

    private static byte[] Take(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
