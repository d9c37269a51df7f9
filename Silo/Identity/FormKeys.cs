using System.Xml.Linq;
using Dapper;
using Ganchao.Silo.Ledger;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Ganchao.Silo.Identity;

/// <summary>
/// The keys that protect forms and receipts, in the host's database: whoever has a form open may post it after a restart,
/// and to any silo of the cluster.
/// </summary>
internal sealed class FormKeys(HostDatabase database) : IXmlRepository
{
    private const string ReadAll = "select xml from form_keys";

    private const string Store = "insert into form_keys (name, xml) values (@name, @xml) on conflict (name) do nothing";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        return [.. connection.Query<string>(ReadAll).Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Source.OpenConnection();
        connection.Execute(Store, new { name = friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
