using System.Collections.Immutable;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Names = Ganchao.Contracts.Names;

namespace Ganchao.Grains.Boards;

/// <summary>Which boards figures about a subject count on, and which entered measures each of them takes.</summary>
public interface ICountedMeasures
{
    /// <summary>The boards that take figures of a production date about a subject, in the order of their ids.</summary>
    ImmutableArray<CountingBoard> BoardsOf(PlantBook book, SubjectId subject, DateOnly productionDate);
}

/// <summary>A board that figures count on.</summary>
/// <param name="Board">plant/competition/stage.</param>
/// <param name="Names">Competition and stage.</param>
/// <param name="Entrants">What kind of thing is ranked there.</param>
/// <param name="Stage">The production dates of the stage.</param>
/// <param name="Measures">What its rulebook takes from sheets, computed measures taken apart.</param>
public sealed record CountingBoard(
    BoardId Board, Names Names, EntrantKind Entrants, DateRange Stage, ImmutableArray<CountedMeasure> Measures);

/// <summary>A measure that a rulebook takes from sheets, and whether it is worth something only by its product.</summary>
public sealed record CountedMeasure(MeasureCode Measure, bool ByProduct);
