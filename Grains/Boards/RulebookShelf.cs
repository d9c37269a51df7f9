using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// Compiled rulebooks, one shelf per silo. A rulebook is compiled anew where a measure that it names is
/// computed otherwise.
/// </summary>
internal sealed class RulebookShelf
{
    private readonly ConcurrentDictionary<string, RulebookDefinition> _read = new();
    private readonly ConcurrentDictionary<(string Hash, string Formulas), CompiledRulebook> _compiled = new();

    /// <summary>Everything that is to be said about a text; with an error it cannot be published.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(string text)
    {
        var (definition, diagnostics) = RulebookReader.Read(text);
        return definition is null ? diagnostics : [.. diagnostics, .. CompiledRulebook.Compile(definition).Diagnostics];
    }

    /// <summary>The rulebook with the register's formulas in it.</summary>
    public CompiledRulebook Compiled(RulebookLine rulebook, PlantBook book)
    {
        var read = _read.GetOrAdd(PlantBook.HashOf(rulebook.Text), _ =>
            RulebookReader.Read(rulebook.Text).Definition ?? throw Broken(rulebook, "it does not read any more"));
        var definition = DerivedMeasures.Expand(read, book);
        var formulas = string.Join('\n', definition.Inputs.Select(input => $"{input.Name}={input.Formula}"));
        return _compiled.GetOrAdd((definition.Hash, formulas), _ =>
        {
            var (compiled, diagnostics) = CompiledRulebook.Compile(definition);
            return compiled ?? throw Broken(rulebook, string.Join(' ', diagnostics));
        });
    }

    private static InvalidOperationException Broken(RulebookLine rulebook, string reason) =>
        new($"Rulebook '{rulebook.Code}' was published and cannot be compiled: {reason}");
}
