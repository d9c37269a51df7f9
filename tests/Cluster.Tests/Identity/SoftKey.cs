using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>A person's device with one passkey, as WebAuthn has it: makes the key, signs challenges, counts.</summary>
internal sealed class SoftKey : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithKey = 0x40;

    private static readonly string[] Transports = ["internal"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);

    /// <summary>Signatures so far; a device that counts none stays at 0.</summary>
    public uint Count { get; set; }

    public bool Counts { get; init; } = true;

    /// <summary>Whether the person's finger, face or PIN was asked for.</summary>
    public bool Verifies { get; init; } = true;

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>The account that it was made for, as the device keeps it.</summary>
    public string Handle { get; set; } = "";

    /// <summary>What a browser posts for a new passkey.</summary>
    public string Make(string options, string origin)
    {
        using var challenge = JsonDocument.Parse(options);
        Handle = challenge.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var host = challenge.RootElement.GetProperty("rp").GetProperty("id").GetString()!;
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString([.. DataOf(host, WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()]);
        attestation.WriteEndMap();
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(ClientData("webauthn.create", challenge, origin)),
            attestationObject = Base64Url.EncodeToString(attestation.Encode()),
            transports = Transports,
        });
    }

    /// <summary>What a browser posts to sign in.</summary>
    /// <param name="spoil">Whether the signature is another's.</param>
    public string Sign(string options, string origin, bool spoil = false)
    {
        using var challenge = JsonDocument.Parse(options);
        Count += Counts ? 1u : 0;
        var data = DataOf(challenge.RootElement.GetProperty("rpId").GetString()!);
        var client = ClientData("webauthn.get", challenge, origin);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(client),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(
                (spoil ? other : _key).SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = Handle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(object response) => JsonSerializer.Serialize(
        new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, response });

    private static byte[] ClientData(string type, JsonDocument challenge, string origin) => Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new
        {
            type,
            challenge = challenge.RootElement.GetProperty("challenge").GetString(),
            origin,
            crossOrigin = false,
        }));

    private byte[] DataOf(string host, byte further = 0)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        var flags = (byte)(further | (Verifies ? PresentAndVerified : 1));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), flags, .. count];
    }

    // As COSE has it: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1) at x (-2) and y (-3).
    private byte[] PublicKey()
    {
        (int Name, int Value)[] kind = [(1, 2), (3, -7), (-1, 1)];
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var key = new CborWriter();
        key.WriteStartMap(5);
        foreach (var (name, value) in kind)
        {
            key.WriteInt32(name);
            key.WriteInt32(value);
        }

        key.WriteInt32(-2);
        key.WriteByteString(point.X!);
        key.WriteInt32(-3);
        key.WriteByteString(point.Y!);
        key.WriteEndMap();
        return key.Encode();
    }
}
