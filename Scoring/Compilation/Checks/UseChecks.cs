namespace Ganchao.Scoring;

/// <summary>What is declared and asked by nobody: mostly a name mistyped elsewhere, or a rule that was forgotten.</summary>
internal sealed class UseChecks(RulebookDefinition book, Findings findings)
{
    public void Run()
    {
        var used = book.Formulas()
            .SelectMany(static formula => formula.Root.Names())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var input in book.Inputs.Where(input => !used.Contains(input.Name)))
        {
            findings.Warning(
                "input-unused",
                input.Place,
                $"数据 {input.Name} 没有公式用到:请删去,或写进公式,或在发布时写明接受。",
                $"No formula uses the input {input.Name}; take it out, use it, or accept this when publishing.");
        }

        foreach (var figure in book.Figures.Where(figure => !used.Contains(figure.Name)))
        {
            findings.Warning(
                "figure-unused",
                figure.Place,
                $"分次数值 {figure.Name} 没有公式用到:请删去,或写进公式,或在发布时写明接受。",
                $"No formula uses the figure {figure.Name}; take it out, use it, or accept this when publishing.");
        }

        foreach (var constant in book.Constants.Where(constant => !used.Contains(constant.Name)))
        {
            findings.Warning(
                "constant-unused",
                constant.Place,
                $"常数 {constant.Name} 没有公式用到:请删去,或写进公式,或在发布时写明接受。",
                $"No formula uses the constant {constant.Name}; take it out, use it, or accept this when publishing.");
        }

        foreach (var section in book.Sections.Where(section => book.Indicators.All(one => one.Section != section.Id)))
        {
            findings.Warning(
                "section-empty",
                section.Place,
                $"分区 {section.Id} 中没有指标,永远没有分:请删去,或让指标写 section: {section.Id},或在发布时写明接受。",
                $"No indicator is in section {section.Id}, which so never has points; take it out, write section: {section.Id} " +
                $"in an indicator, or accept this when publishing.");
        }
    }
}
