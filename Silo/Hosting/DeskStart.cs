using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using QRCoder;

namespace Ganchao.Silo.Hosting;

/// <summary>
/// The start by double-click on the office's Windows PC: the system is opened to the plant's network for reading, the browser
/// shows it, and the window says where phones find it and stays open when something is wrong.
/// </summary>
internal static class DeskStart
{
    /// <summary>Where nobody gave an address.</summary>
    public const string Address = "http://0.0.0.0:5080";

    public static bool IsDesk(string[] args) => IsDesk(args, OperatingSystem.IsWindows(), Environment.UserInteractive);

    /// <summary>Whoever gives a word on the command line knows what he wants; a service has no desk.</summary>
    public static bool IsDesk(string[] args, bool isWindows, bool isInteractive) =>
        isWindows && isInteractive && args.Length == 0;

    /// <summary>A Windows console shows Chinese only when told to.</summary>
    public static void Prepare(string[] args)
    {
        if (IsDesk(args))
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
    }

    public static void Welcome(this WebApplication app, string[] args)
    {
        if (IsDesk(args))
        {
            app.Lifetime.ApplicationStarted.Register(() => Welcome(app.BoundAddresses(), Console.Out, Open));
        }
    }

    /// <summary>Says where phones find the system, with a code to scan, and opens the browser here.</summary>
    public static void Welcome(IReadOnlyList<string> bound, TextWriter output, Action<Uri> open)
    {
        var phones = PlantNetwork.Reachable(bound, PlantNetwork.OfThisMachine());
        foreach (var phone in phones)
        {
            output.WriteLine($"  手机看 phone: {phone}");
        }

        if (phones.Count > 0)
        {
            output.WriteLine(CodeOf(phones[0]));
        }

        output.WriteLine("关闭此窗口即停止系统。Closing this window stops the system.");
        open(HereOf(bound[0]));
    }

    /// <summary>The address as this machine's own browser finds it.</summary>
    public static Uri HereOf(string bound)
    {
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    /// <summary>Keeps a double-clicked window open, so that its last sentence can be read.</summary>
    public static void KeepWindow(string[] args)
    {
        if (IsDesk(args))
        {
            Console.Error.WriteLine("按回车键关闭。Press Enter to close.");
            Console.ReadLine();
        }
    }

    private static string CodeOf(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        return new AsciiQRCode(code).GetGraphicSmall(drawQuietZones: true, invert: true);
    }

    // Without a browser the printed address is enough.
    private static void Open(Uri address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception refused)
        {
            Console.Error.WriteLine(refused.Message);
        }
    }
}
