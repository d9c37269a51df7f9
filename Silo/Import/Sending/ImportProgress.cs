using System.Globalization;

namespace Ganchao.Silo.Import.Sending;

/// <summary>Says on the error stream how far a run is, ten times at most per round.</summary>
internal sealed class ImportProgress(TextWriter error, ImportLanguage language)
{
    private readonly Lock _lock = new();
    private int _all;
    private int _done;
    private string _what = "";

    public void Start(int all, bool dryRun)
    {
        (_all, _done) = (all, 0);
        _what = (dryRun ? new Said("检查", "checking") : new Said("发送", "sending")).In(language);
    }

    public void Step()
    {
        lock (_lock)
        {
            _done++;
            var tenth = Math.Max(1, _all / 10);
            if (_all >= 20 && _done % tenth == 0)
            {
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_what} {_done}/{_all}"));
            }
        }
    }
}
