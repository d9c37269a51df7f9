namespace Ganchao.Scoring.Tests.Live;

public sealed class WaveTests
{
    [Fact]
    public void Indicators_scaled_each_by_its_own_column_take_two_waves_however_many_they_are()
    {
        var rulebook = Sample.Compiled("""
            language: 1
            code: waves
            inputs: { x: x, y: y, z: z }
            indicators:
              a: { value: "sum(x)", points: "scale(value, 0, 10)" }
              b: { value: "sum(y)", points: "scale(value, 0, 10)" }
              c: { value: "sum(z)", points: "scale(value, 0, 10)" }
            """);

        Assert.Equal(2, rulebook.Waves.Length);
    }

    [Fact]
    public void What_looks_at_points_that_look_at_others_waits_for_a_third()
    {
        var rulebook = Sample.Compiled("""
            language: 1
            code: waves
            inputs: { x: x, y: y }
            indicators:
              a: { value: "sum(x)", points: "rank(value)" }
              b: { value: "sum(y)", points: "best(points(a))" }
            """);

        Assert.Equal(3, rulebook.Waves.Length);
    }
}
