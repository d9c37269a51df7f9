namespace Ganchao.Scoring;

/// <summary>Reads <c>accounts</c>; they are written as carries are.</summary>
internal static class AccountPart
{
    public static AccountDefinition Read(PartItem item)
    {
        var carry = CarryPart.Read(item);
        return new AccountDefinition(carry.Id, carry.Names, carry.Start, carry.Formula, carry.Place);
    }
}
