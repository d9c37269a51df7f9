namespace Ganchao.Dashboard.Phones;

/// <summary>Under which address a phone in the plant's network finds the pages; the host implements it.</summary>
public interface IPhoneAddress
{
    /// <summary>Null where the system answers its own machine only.</summary>
    /// <param name="here">The address under which the page was asked for.</param>
    Uri? Find(Uri here);
}
