using System.Globalization;
using System.Text;
using Ganchao.Client.Walls;
using QRCoder;

namespace Ganchao.Dashboard.Walls;

/// <summary>QR codes as paths, so that a page draws them itself in its own colours.</summary>
internal static class QrCodes
{
    public static QrCode Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, line) in data.ModuleMatrix.Index())
        {
            foreach (var (x, dark) in line.Cast<bool>().Index())
            {
                if (dark)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrCode(path.ToString(), data.ModuleMatrix.Count);
    }
}
