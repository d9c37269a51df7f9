using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Boards;

namespace Ganchao.Silo.Entry;

/// <summary>What a work order brings to a shift's form: a field of each measure by product, for each of its products.</summary>
internal sealed class WorkOrderFields(ICountedMeasures counted, ShiftFormReader forms)
{
    public async Task<OrderReading> FindAsync(KnownShift shift, string typed, CancellationToken cancellationToken)
    {
        var asked = typed.Normalize(NormalizationForm.FormKC).Trim();
        var orders = shift.Book.WorkOrders
            .Select(number => shift.Book.WorkOrder(number, shift.Id.Date)).OfType<WorkOrderLine>().ToList();
        var found = orders
            .Where(order => string.Equals(order.WorkOrder.Value, asked, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(order => order.WorkOrder.Value == asked)
            .FirstOrDefault();
        if (found is null)
        {
            return new OrderReading(
                [],
                asked.Length > IdText.MaxLength ? [] : NearestCodes.Of(asked, orders.Select(order => order.WorkOrder.Value)));
        }

        var cells =
            from measure in ShiftMeasures.Of(shift, counted.BoardsOf(shift.Book, shift.Subject, shift.Id.Date))
            where ShiftCells.TakesOrders(measure)
            from product in ProductsOf(shift, found)
            select new EntryCell(measure.Line.Measure, product, found.WorkOrder);
        return new OrderReading(await forms.FieldsAsync(shift, [.. cells], cancellationToken), []);
    }

    // An order that names no product is for those of its project.
    private static IEnumerable<ProductCode?> ProductsOf(KnownShift shift, WorkOrderLine order) =>
        order.Product is { } product ? [product]
        : order.Project is { } project && shift.Book.Projects.TryGetValue(project, out var known)
            ? known.Products.Where(line => line.Period.Contains(shift.Id.Date)).Select(line => (ProductCode?)line.Product)
                .Distinct().DefaultIfEmpty()
        : [null];
}
