using Ganchao.Grains;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Demo;

/// <summary><c>--demo</c>, or the setting <c>Ganchao:Demo</c>: the system starts with the demo plant, which lives fast.</summary>
internal static class DemoHosting
{
    public const string Setting = "Ganchao:Demo";

    private const string Switch = "--demo";
    private const string ShiftSeconds = "Ganchao:Demo:ShiftSeconds";
    private const double UsualShiftSeconds = 60;

    private static readonly string Folder = Path.Combine("data", "demo");
    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    /// <summary>The words of the command line with the switch as the setting that it stands for.</summary>
    public static string[] Arguments(string[] args) =>
        [.. args.Select(word => word == Switch ? $"--{Setting}=true" : word)];

    public static bool IsDemo(this IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <summary>Before ledger and plant are added: the demo has a data folder and a clock of its own.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.IsDemo())
        {
            return;
        }

        if (builder.Configuration.GetConnectionString(LedgerRegistration.ConnectionName) is { Length: > 0 })
        {
            throw new SettingsException(
                "The demo lives in a data folder of its own. Leave the connection string 'Ganchao' away, or --demo.");
        }

        if (string.IsNullOrEmpty(builder.Configuration[LedgerRegistration.DataSetting]))
        {
            builder.Configuration[LedgerRegistration.DataSetting] = Folder;
        }
        else
        {
            RefuseForeign(builder.Configuration[LedgerRegistration.DataSetting]!);
        }

        // What thousands of lines of history report of themselves would hide the address, and takes its time.
        builder.Logging.AddFilter("Ganchao.Grains", LogLevel.Warning);
        var seconds = builder.Configuration.GetValue(ShiftSeconds, UsualShiftSeconds);
        var speed = seconds > 0 ? Shift.TotalSeconds / seconds : throw new SettingsException(
            $"{ShiftSeconds} is {seconds}: give the seconds that a shift of eight hours lasts, such as 60.");
        builder.Services.AddSingleton(services => new DemoClock(services.GetRequiredService<TimeProvider>(), speed));
        builder.Services.AddSingleton(services => new PlantClock(services.GetRequiredService<DemoClock>()));
        builder.Services.AddSingleton<DemoBookmarks>();
        builder.Services.AddSingleton<DemoScribe>();
    }

    /// <exception cref="SettingsException">The folder holds a ledger that the demo did not begin.</exception>
    public static void RefuseForeign(string folder)
    {
        if (File.Exists(Path.Combine(folder, "ledger.db")) && !File.Exists(Path.Combine(folder, DemoBookmarks.FileName)))
        {
            throw new SettingsException(
                $"{folder} holds a ledger that is not the demo's, and the demo would write into it. Name another folder " +
                $"with --{LedgerRegistration.DataSetting}, or leave --demo away.");
        }
    }

    /// <summary>After the silo is added: its grains are there when the history is written.</summary>
    public static void AddDemoDriver(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.IsDemo())
        {
            builder.Services.AddHostedService<DemoDriver>();
        }
    }
}
