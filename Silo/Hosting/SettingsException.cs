namespace Ganchao.Silo.Hosting;

/// <summary>A setting, or what it names, keeps the system from starting; the message says what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);
