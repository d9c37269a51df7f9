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
    public static RegisterLine? At(PlantBook book, RegisterForm form, string key, DateOnly day) => form.Section switch
    {
        "days" => DayOf(key) is { } date ? book.Calendar.DayAt(date) : null,
        "units" => book.Organisation.At(new UnitId(key), day),
        "members" => book.Organisation.MemberAt(new PersonId(key), day),
        "products" => book.Product(new ProductCode(key), day),
        "measures" => book.Measure(new MeasureCode(key), day),
        _ => throw Other(form),
    };

    /// <summary>As it was last, where nothing holds today.</summary>
    public static RegisterLine? Last(PlantBook book, RegisterForm form, string key) =>
        form == RegisterForms.Organisation
            ? book.Organisation.Last(new UnitId(key))
            : At(book, form, key, DateOnly.MaxValue);

    public static bool IsEnded(PlantBook book, RegisterLine line, DateOnly today) => line switch
    {
        UnitLine unit => book.Organisation.ClosedAt(unit.Unit, today) is not null,
        MemberLine member => !member.IsOpenOn(today),
        ProductLine product => !product.IsOpenOn(today),
        MeasureLine measure => !measure.IsOpenOn(today),
        _ => false,
    };

    public static IEnumerable<string> Keys(PlantBook book, RegisterForm form) => (form.Section switch
    {
        "days" => book.Calendar.MarkedDays.Select(DateText.Text),
        "units" => book.Organisation.Units.Select(unit => unit.Value),
        "members" => book.Organisation.People.Select(person => person.Value),
        "products" => book.Products.Select(product => product.Value),
        "measures" => book.Measures.Select(measure => measure.Value),
        _ => throw Other(form),
    }).Order(StringComparer.Ordinal);

    /// <summary>Which form keeps the line, and what it is about; null: nothing that the administrator's pages keep.</summary>
    public static (string Section, string Key)? KeyOf(RegisterLine line) => line switch
    {
        DayLine day => ("days", DateText.Text(day.Date)),
        UnitLine unit => ("units", unit.Unit.Value),
        UnitClosedLine closed => ("units", closed.Unit.Value),
        MemberLine member => ("members", member.Person.Value),
        ProductLine product => ("products", product.Product.Value),
        MeasureLine measure => ("measures", measure.Measure.Value),
        _ => null,
    };

    /// <summary>Whether a text can name a thing of the register.</summary>
    public static bool IsKey(RegisterForm form, string key) =>
        form == RegisterForms.Calendar ? DayOf(key) is not null : IdText.IsValid(key);

    private static DateOnly? DayOf(string key) =>
        DateOnly.TryParseExact(key, DateText.DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static InvalidOperationException Other(RegisterForm form) =>
        new($"No page of the administrator's keeps {form.Section}.");
}
