using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>
/// A unit whose sums make sense only with itself, as powers of known units: <c>t/h</c> is t¹·h⁻¹. Counts (件, 次, 人), %,
/// points and what the table does not know are none: they go with everything.
/// </summary>
internal sealed record PhysicalUnit
{
    private static readonly string[] Known =
    [
        "t 吨", "kg 千克 公斤", "g 克", "万t 万吨", "kWh kwh 度 千瓦时", "万kWh 万千瓦时 万度", "MWh", "GJ", "MJ", "tce", "kgce",
        "h 小时", "min 分钟", "s 秒", "元 CNY RMB", "万元", "m 米", "mm 毫米", "cm 厘米", "km 公里 千米", "L 升",
    ];

    private static readonly FrozenDictionary<string, string> Atoms = Known
        .SelectMany(static line => line.Split(' ').Select(name => (Name: name, Atom: line.Split(' ')[0])))
        .ToFrozenDictionary(static known => known.Name, static known => known.Atom, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Atom, int Power)> Powers =
        new Dictionary<string, (string Atom, int Power)>(StringComparer.Ordinal)
        {
            ["m²"] = ("m", 2),
            ["m2"] = ("m", 2),
            ["㎡"] = ("m", 2),
            ["平方米"] = ("m", 2),
            ["m³"] = ("m", 3),
            ["m3"] = ("m", 3),
            ["立方米"] = ("m", 3),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, int> _powers;

    private PhysicalUnit(ImmutableSortedDictionary<string, int> powers) => _powers = powers;

    /// <summary>Null: not known, or without dimension.</summary>
    public static PhysicalUnit? Parse(string text)
    {
        var powers = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        foreach (var (position, part) in text.Split('/').Index())
        {
            foreach (var factor in part.Split('·'))
            {
                var (atom, power) = OfFactor(factor.Trim());
                if (power == 0)
                {
                    return null;
                }

                powers = Raised(powers, atom, position == 0 ? power : -power);
            }
        }

        return Of(powers);
    }

    public static PhysicalUnit? Product(PhysicalUnit? left, PhysicalUnit? right) => Combined(left, right, 1);

    public static PhysicalUnit? Quotient(PhysicalUnit? left, PhysicalUnit? right) => Combined(left, right, -1);

    public bool Equals(PhysicalUnit? other) => other is not null && _powers.SequenceEqual(other._powers);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString()
    {
        var above = Written(1);
        var below = Written(-1);
        return below.Length == 0 ? above : $"{(above.Length == 0 ? "1" : above)}/{below}";
    }

    private static PhysicalUnit? Of(ImmutableSortedDictionary<string, int> powers) =>
        powers.IsEmpty ? null : new PhysicalUnit(powers);

    private static (string Atom, int Power) OfFactor(string factor) =>
        Atoms.TryGetValue(factor, out var atom) ? (atom, 1) : Powers.GetValueOrDefault(factor, ("", 0));

    private static PhysicalUnit? Combined(PhysicalUnit? left, PhysicalUnit? right, int sign)
    {
        if (left is null || right is null)
        {
            return null;
        }

        var powers = left._powers;
        foreach (var (atom, power) in right._powers)
        {
            powers = Raised(powers, atom, sign * power);
        }

        return Of(powers);
    }

    private static ImmutableSortedDictionary<string, int> Raised(
        ImmutableSortedDictionary<string, int> powers, string atom, int by)
    {
        var power = powers.GetValueOrDefault(atom) + by;
        return power == 0 ? powers.Remove(atom) : powers.SetItem(atom, power);
    }

    private string Written(int sign) => string.Join('·', _powers.Where(pair => Math.Sign(pair.Value) == sign).Select(
        static pair => Math.Abs(pair.Value) == 1
            ? pair.Key
            : string.Create(CultureInfo.InvariantCulture, $"{pair.Key}^{Math.Abs(pair.Value)}")));
}
