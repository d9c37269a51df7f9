using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Hosting;

/// <summary>
/// Only one process serves a data folder: two would give each sheet two writers, and each would know half of
/// what is live. The lock
/// is the operating system's, so a killed process leaves none behind. Commands that only read take none.
/// </summary>
internal sealed class DataFolderLock(DataFolder folder) : IHostedLifecycleService, IDisposable
{
    private const string FileName = "lock";

    private FileStream? _held;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        try
        {
            _held = new FileStream(
                Path.Combine(folder.Path, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new SettingsException(
                $"The data folder {folder.Path} seems to be in use by another process: {taken.Message} " +
                "Stop that one, or give another folder with --Ganchao:Data.");
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _held?.Dispose();
}

/// <summary>Registers the lock where the plant lives in a data folder; before whatever opens files in it.</summary>
internal static class DataFolderLocking
{
    public static void AddDataFolderLock(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration.GetConnectionString(LedgerRegistration.ConnectionName)))
        {
            builder.Services.AddHostedService<DataFolderLock>();
        }
    }
}
