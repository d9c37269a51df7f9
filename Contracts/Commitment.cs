namespace Ganchao.Contracts;

/// <summary>
/// What the ledger holds in place of free text: the id of the private content and the HMAC-SHA256 of its UTF-8 bytes
/// under a random key that is stored beside it, in lower-case hexadecimal.
/// </summary>
public sealed record Commitment(Guid Content, string Hmac);
