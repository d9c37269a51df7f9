using System.Collections.Concurrent;
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

    /// <summary>The definition with the register's formulas in it.</summary>
    public static RulebookDefinition DefinitionOf(RulebookLine rulebook, PlantBook book) =>
        DerivedMeasures.Expand(Read(rulebook), book);

    /// <summary>Why a published rulebook cannot be computed from the measures of the book; null where it can.</summary>
    public static string? FaultOf(RulebookLine rulebook, PlantBook book) => FaultOf(DefinitionOf(rulebook, book));

    /// <summary>
    /// Which rulebook in force could not be computed any more, were the measure defined so; null where each can.
    /// </summary>
    public static string? FaultBy(MeasureLine measure, PlantBook book)
    {
        var then = book.With(measure);
        return book.Competitions.Values
            .SelectMany(competition => competition.Stages.Values.Select(competition.RulebookOf).Append(competition.Rulebook))
            .OfType<string>()
            .Distinct()
            .Select(hash => DefinitionOf(book.Rulebooks[hash], then))
            .Where(rulebook => rulebook.Inputs.Any(input => input.Measure == measure.Measure.Value))
            .Select(rulebook => FaultOf(rulebook) is { } fault ? $"Rulebook '{rulebook.Code}' in force: {fault}" : null)
            .FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The rulebook with the register's formulas in it, compiled.</summary>
    public CompiledRulebook Compiled(RulebookLine rulebook, PlantBook book)
    {
        var read = _read.GetOrAdd(PlantBook.HashOf(rulebook.Text), _ => Read(rulebook));
        var definition = DerivedMeasures.Expand(read, book);
        var formulas = string.Join('\n', definition.Inputs.Select(input => $"{input.Name}={input.Formula}"));
        return _compiled.GetOrAdd((definition.Hash, formulas), _ =>
        {
            var (compiled, diagnostics) = CompiledRulebook.Compile(definition);
            return compiled ?? throw Broken(rulebook, string.Join(' ', diagnostics));
        });
    }

    private static string? FaultOf(RulebookDefinition definition)
    {
        var (compiled, diagnostics) = CompiledRulebook.Compile(definition);
        return compiled is null
            ? string.Join(' ', diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))
            : null;
    }

    private static RulebookDefinition Read(RulebookLine rulebook) =>
        RulebookReader.Read(rulebook.Text).Definition ?? throw Broken(rulebook, "it does not read any more");

    private static InvalidOperationException Broken(RulebookLine rulebook, string reason) =>
        new($"Rulebook '{rulebook.Code}' was published and cannot be compiled: {reason}");
}
