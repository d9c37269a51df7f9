namespace Ganchao.Scoring.Plain;

/// <summary>The texts of one recount, numbered as they are met: all that is ever asked is whether two are the same.</summary>
internal sealed class Texts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Result Of(string text)
    {
        _numbers.TryAdd(text, _numbers.Count);
        return Result.Of(_numbers[text]);
    }
}
