namespace Ganchao.Layering.Tests.Conventions.Planted;

[Alias("planted.right")]
[Immutable]
public sealed record PlantedRight([property: Id(0)] string First, [property: Id(1)] int Second);

[Alias("planted.open")]
[Immutable]
public record PlantedOpen([property: Id(0)] string First);

[Immutable]
public sealed record PlantedNameless([property: Id(0)] string First);

[Alias("planted.mutable")]
public sealed record PlantedMutable([property: Id(0)] string First);

[Alias("planted.twins")]
[Immutable]
public sealed record PlantedTwins([property: Id(1)] string First, [property: Id(1)] int Second);

[Alias("planted.unnumbered")]
[Immutable]
public sealed record PlantedUnnumbered([property: Id(0)] string First, int Second);
