using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Puts inputs in an order in which derived ones follow their sources, and checks their formulas.</summary>
internal sealed class InputCompiler(RulebookSymbols symbols, FoldText text, Findings findings)
{
    private readonly ImmutableArray<InputDefinition> _inputs = symbols.Definition.Inputs;

    public ImmutableArray<FoldInput> Compile()
    {
        var compiled = ImmutableArray.CreateBuilder<FoldInput>(_inputs.Length);
        foreach (var position in InOrder())
        {
            text.Learn(position);
            compiled.Add(Compile(position));
        }

        return compiled.ToImmutable();
    }

    private FoldInput Compile(int position)
    {
        var input = _inputs[position];
        if (input.Formula is not { } formula)
        {
            return new FoldInput(position, input, null, []);
        }

        var builder = new FactFormulaBuilder(symbols, findings, formula, isDerivedInput: true);
        var node = builder.Build(formula.Root, ValueKind.Number);
        var foreign = builder.Inputs.FirstOrDefault(source => _inputs[source].Window != input.Window, -1);
        if (foreign >= 0)
        {
            findings.Error(
                "window-mixed",
                input.Place,
                $"{input.Name} 与其所用的 {_inputs[foreign].Name} 时段不同:请统一 window。",
                $"{input.Name} and {_inputs[foreign].Name}, which it uses, have different windows; give them the same.");
        }

        return new FoldInput(position, input, node, builder.Inputs);
    }

    private IEnumerable<int> InOrder()
    {
        var order = new DependencyOrder(_inputs.Length, SourcesOf);
        foreach (var position in order.InCycles)
        {
            findings.Error(
                "cycle",
                _inputs[position].Place,
                $"数据 {_inputs[position].Name} 的公式绕回自身:请断开循环。",
                $"The formula of input {_inputs[position].Name} leads back to itself; break the circle.");
        }

        return order.Ordered;
    }

    private IEnumerable<int> SourcesOf(int position) => _inputs[position].Formula is { } formula
        ? formula.Root.Names().Select(symbols.Input).OfType<int>()
        : [];
}
