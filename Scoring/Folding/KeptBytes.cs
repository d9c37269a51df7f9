namespace Ganchao.Scoring;

/// <summary>The bytes of kept records. Texts that come again, such as sheets and products, are written once.</summary>
internal static class KeptBytes
{
    public static void Write(BinaryWriter writer, ValueList<KeptRecords> slots)
    {
        writer.Write7BitEncodedInt(slots.Count);
        foreach (var slot in slots)
        {
            Write(writer, slot);
        }
    }

    public static ValueList<KeptRecords> Read(BinaryReader reader) => AccumulatorBytes.ReadMany(reader, ReadSlot);

    private static void Write(BinaryWriter writer, KeptRecords slot)
    {
        writer.Write(slot.TooMany);
        var texts = slot.Records.SelectMany(TextsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = texts.Index().ToDictionary(static text => text.Item, static text => text.Index, StringComparer.Ordinal);
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }

        writer.Write7BitEncodedInt(slot.Records.Count);
        foreach (var record in slot.Records)
        {
            Write(writer, record, text => writer.Write7BitEncodedInt(numbers[text]));
        }
    }

    private static KeptRecords ReadSlot(BinaryReader reader)
    {
        var tooMany = reader.ReadBoolean();
        var texts = AccumulatorBytes.ReadMany(reader, static r => r.ReadString());
        string Text(BinaryReader r) => r.Read7BitEncodedInt() is var number && number >= 0 && number < texts.Count
            ? texts[number]
            : throw new FormatException("These accumulators are damaged; fold the facts again.");

        return new KeptRecords(AccumulatorBytes.ReadMany(reader, r => ReadRecord(r, Text)), tooMany);
    }

    private static IEnumerable<string> TextsOf(KeptRecord record) =>
        [.. record.Name.Parts(), .. record.Tags.OfType<string>(), .. record.Inputs.Attributes.Select(static pair => pair.Key)];

    private static void Write(BinaryWriter writer, KeptRecord record, Action<string> text)
    {
        AccumulatorBytes.Write(writer, record.Key);
        foreach (var part in record.Name.Parts())
        {
            text(part);
        }

        writer.Write7BitEncodedInt(record.Inputs.Count);
        for (var input = 0; input < record.Inputs.Count; input++)
        {
            Write(writer, record.Inputs, input);
        }

        var attributes = record.Inputs.Attributes.ToList();
        writer.Write7BitEncodedInt(attributes.Count);
        foreach (var (name, value) in attributes)
        {
            text(name);
            writer.Write(value);
        }

        writer.Write7BitEncodedInt(record.Tags.Count);
        foreach (var tag in record.Tags)
        {
            writer.Write(tag is not null);
            if (tag is not null)
            {
                text(tag);
            }
        }
    }

    private static KeptRecord ReadRecord(BinaryReader reader, Func<BinaryReader, string> text)
    {
        var key = AccumulatorBytes.ReadKey(reader);
        var name = new RecordName(text(reader), text(reader), text(reader), text(reader), text(reader), text(reader));
        var inputs = AccumulatorBytes.ReadMany(reader, ReadInput);
        var attributes = AccumulatorBytes.ReadMany(reader, r => (Name: text(r), Value: r.ReadDecimal()))
            .ToDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.Ordinal);
        var tags = AccumulatorBytes.ReadMany(reader, r => r.ReadBoolean() ? text(r) : null);
        return new KeptRecord(key, name, Group.Kept([.. inputs], attributes), tags);
    }

    // 0: a number follows; 255: no fact; otherwise the reason why there is no number.
    private static void Write(BinaryWriter writer, Group inputs, int input)
    {
        writer.Write(inputs.Has(input) ? (byte)inputs.Input(input).Reason : byte.MaxValue);
        if (inputs.Has(input) && inputs.Input(input).IsNumber)
        {
            writer.Write(inputs.Input(input).Number);
        }
    }

    private static Result? ReadInput(BinaryReader reader) => reader.ReadByte() switch
    {
        byte.MaxValue => null,
        (byte)NaReason.None => Result.Of(reader.ReadDecimal()),
        var reason when Enum.IsDefined((NaReason)reason) => Result.Na((NaReason)reason),
        _ => throw new FormatException("These accumulators are damaged; fold the facts again."),
    };
}
