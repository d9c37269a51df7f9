namespace Ganchao.Scoring;

/// <summary>An adjustment that no formula uses would be decided in vain.</summary>
internal sealed class AdjustmentChecks(RulebookDefinition book, Findings findings)
{
    public void Run()
    {
        var used = book.Formulas()
            .SelectMany(static formula => formula.Root.Whole())
            .OfType<CallExpr>()
            .Where(static call => call.Name == "adjustment")
            .SelectMany(static call => call.Arguments.OfType<NameExpr>())
            .Select(static name => name.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var adjustment in book.Adjustments.Where(adjustment => !used.Contains(adjustment.Id)))
        {
            findings.Error(
                "adjustment-unused",
                adjustment.Place,
                $"没有公式用到评定项 {adjustment.Id}:请写入 adjustment({adjustment.Id}),或删去它。",
                $"No formula uses adjustment {adjustment.Id}; write adjustment({adjustment.Id}) where it counts, or remove it.");
        }
    }
}
