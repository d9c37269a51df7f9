using System.Globalization;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Registers;

/// <summary>What a plant's book holds of the registers that the administrator keeps, by the names of their things.</summary>
internal static class RegisterBook
{
    /// <summary>What holds on a date; null: nothing. The key is one that the register's column takes.</summary>
    public static RegisterLine? At(PlantBook book, RegisterName register, string key, DateOnly day) => register switch
    {
        RegisterName.Calendar => DayOf(key) is { } date ? book.Calendar.DayAt(date) : null,
        RegisterName.Organisation => book.Organisation.At(new UnitId(key), day),
        RegisterName.Products => book.Product(new ProductCode(key), day),
        RegisterName.Measures => book.Measure(new MeasureCode(key), day),
        _ => throw Other(register),
    };

    /// <summary>As it was last, where nothing holds today.</summary>
    public static RegisterLine? Last(PlantBook book, RegisterName register, string key) => register switch
    {
        RegisterName.Organisation => book.Organisation.Last(new UnitId(key)),
        _ => At(book, register, key, DateOnly.MaxValue),
    };

    public static bool IsEnded(PlantBook book, RegisterLine line, DateOnly today) => line switch
    {
        UnitLine unit => book.Organisation.ClosedAt(unit.Unit, today) is not null,
        ProductLine product => !product.IsOpenOn(today),
        MeasureLine measure => !measure.IsOpenOn(today),
        _ => false,
    };

    public static IEnumerable<string> Keys(PlantBook book, RegisterName register) => register switch
    {
        RegisterName.Calendar => book.Calendar.MarkedDays.Order().Select(DateText.Text),
        RegisterName.Organisation => book.Organisation.Units.Select(unit => unit.Value).Order(StringComparer.Ordinal),
        RegisterName.Products => book.Products.Select(product => product.Value).Order(StringComparer.Ordinal),
        RegisterName.Measures => book.Measures.Select(measure => measure.Value).Order(StringComparer.Ordinal),
        _ => throw Other(register),
    };

    /// <summary>What a line is about; null: nothing that the administrator's pages keep.</summary>
    public static string? KeyOf(RegisterLine line) => line switch
    {
        DayLine day => DateText.Text(day.Date),
        UnitLine unit => unit.Unit.Value,
        UnitClosedLine closed => closed.Unit.Value,
        ProductLine product => product.Product.Value,
        MeasureLine measure => measure.Measure.Value,
        _ => null,
    };

    /// <summary>Whether a text can name a thing of the register.</summary>
    public static bool IsKey(RegisterForm form, string key) =>
        form.Register == RegisterName.Calendar ? DayOf(key) is not null : IdText.IsValid(key);

    private static DateOnly? DayOf(string key) =>
        DateOnly.TryParseExact(key, DateText.DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static InvalidOperationException Other(RegisterName register) =>
        new($"The register {register} has no page of the administrator's.");
}
