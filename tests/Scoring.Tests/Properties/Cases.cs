using CsCheck;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>
/// The same generated cases in every run: case n comes from seed n alone. A failure names its case and prints
/// it.
/// </summary>
internal static class Cases
{
    private const uint FirstSeed = 20_260_301;

    /// <param name="check">False: the case was none, since a check refuses the rulebook.</param>
    public static void Check<T>(this Gen<T> gen, int cases, Func<T, bool> check, Func<T, string> print)
    {
        var checkedCases = 0;
        for (var number = 0; number < cases; number++)
        {
            var sample = gen.Generate(new PCG((uint)number, FirstSeed), null, out _);
            try
            {
                checkedCases += check(sample) ? 1 : 0;
            }
            catch (Exception failure)
            {
                throw new Xunit.Sdk.XunitException($"Case {number}: {failure.Message}\n{print(sample)}", failure);
            }
        }

        Assert.True(checkedCases > cases / 2, $"Only {checkedCases} of {cases} cases were rulebooks that a check lets pass.");
    }
}
