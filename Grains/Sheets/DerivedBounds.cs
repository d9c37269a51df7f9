using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Occasion = Ganchao.Contracts.Entries.Occasion;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// What cannot be, where the register says so: a ratio or derived measure with a least or greatest value, worked out of what a
/// sheet holds of one subject, product, work order and heat, lies between them. No more is good than was made.
/// </summary>
internal sealed class DerivedBounds(PlantBook book)
{
    /// <param name="drafted">The entries of the list, each with its field.</param>
    /// <param name="sheet">The entries that fill the sheet's lines now.</param>
    public IEnumerable<Refusal> Check(
        IReadOnlyList<(string Field, EntryRecorded Event)> drafted, IEnumerable<EntryRecorded> sheet)
    {
        if (drafted.Count == 0 || BoundedAt(drafted[0].Event.Date) is not { Count: > 0 } bounded)
        {
            yield break;
        }

        var replaced = drafted.Select(entry => entry.Event.Line).ToHashSet();
        var figures = sheet.Where(entry => !replaced.Contains(entry.Line))
            .Concat(drafted.Select(entry => entry.Event))
            .Where(entry => entry.Value is not null)
            .ToLookup(GroupOf);
        foreach (var group in drafted.GroupBy(entry => GroupOf(entry.Event)))
        {
            foreach (var (measure, formula) in bounded)
            {
                var names = NamesOf(formula);
                var last = group.LastOrDefault(entry => names.Contains(entry.Event.Measure.Value));
                if (last.Event is not null && ValueOf(formula, figures[group.Key]) is { } value
                    && (value < measure.Min || value > measure.Max))
                {
                    yield return SheetRefusals.DerivedOutOfRange(last.Field, measure, value);
                }
            }
        }
    }

    private List<(MeasureLine Measure, Expr Formula)> BoundedAt(DateOnly date) =>
    [
        .. book.Measures
            .Select(code => book.Measure(code, date))
            .OfType<MeasureLine>()
            .Where(measure => measure.Formula is not null && (measure.Min is not null || measure.Max is not null))
            .Select(measure => (measure, FormulaParser.Parse(measure.Formula!).Root!)),
    ];

    private HashSet<string> NamesOf(Expr formula)
    {
        var names = new HashSet<string>();
        var open = new Stack<Expr>([formula]);
        while (open.TryPop(out var next))
        {
            foreach (var name in next.Names().Where(names.Add))
            {
                if (FormulaOf(name) is { } inner)
                {
                    open.Push(inner);
                }
            }
        }

        return names;
    }

    private Expr? FormulaOf(string name) =>
        IdText.IsValid(name) && book.Measure(new MeasureCode(name))?.Formula is { } text ? FormulaParser.Parse(text).Root : null;

    // Null: not known from the sheet alone.
    private decimal? ValueOf(Expr formula, IEnumerable<EntryRecorded> figures)
    {
        try
        {
            return Of(formula);
        }
        catch (OverflowException)
        {
            return null;
        }

        decimal? Of(Expr expr) => expr switch
        {
            NumberExpr number => number.Value,
            NameExpr name => Entered(name.Name) ?? (FormulaOf(name.Name) is { } inner ? Of(inner) : null),
            NegateExpr negate => -Of(negate.Operand),
            CallExpr { Name: "ifna", Arguments: [var first, var second] } => Of(first) ?? Of(second),
            BinaryExpr { Operator: BinaryOperator.Add } sum => Of(sum.Left) + Of(sum.Right),
            BinaryExpr { Operator: BinaryOperator.Subtract } difference => Of(difference.Left) - Of(difference.Right),
            BinaryExpr { Operator: BinaryOperator.Multiply } product => Of(product.Left) * Of(product.Right),
            BinaryExpr { Operator: BinaryOperator.Divide } quotient => Of(quotient.Right) is { } by and not 0
                ? Of(quotient.Left) / by
                : null,
            _ => null,
        };

        decimal? Entered(string name)
        {
            var entered = figures.Where(entry => entry.Measure.Value == name).Select(entry => entry.Value!.Value).ToArray();
            return entered.Length == 0 ? null : entered.Sum();
        }
    }

    private static (SubjectId, DateOnly, ProductCode?, WorkOrderNumber?, string?) GroupOf(EntryRecorded entry) => (
        entry.Subject, entry.Date, entry.Product, entry.WorkOrder, entry.Occasion == Occasion.Heat ? entry.Record : null);
}
