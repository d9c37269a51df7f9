using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Projects;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>What a plant's book calls the things that stand on sheets.</summary>
internal static class BookNames
{
    public static Names OfPlant(PlantBook book) => OfUnit(book, book.Plant.Value);

    public static Names OfUnit(PlantBook book, string unit) =>
        (IdText.IsValid(unit) ? book.Organisation.Last(new UnitId(unit))?.Names : null) ?? new Names(unit);

    public static Names Of(PlantBook book, SubjectId subject) => subject.Kind switch
    {
        SubjectKind.Team or SubjectKind.Branch => OfUnit(book, subject.Key),
        SubjectKind.Project =>
            book.Projects.GetValueOrDefault(new ProjectId(subject.Key))?.Registration?.Names ?? new Names(subject.Key),
        SubjectKind.Person or SubjectKind.Machine or SubjectKind.NotSet => new Names(subject.Key),
    };

    public static CellWords Of(PlantBook book, DateOnly date, EntryCell cell, MeasureLine measure) => new(
        measure.Names,
        measure.Unit,
        measure.Decimals,
        cell.Product is { } product ? book.Product(product, date)?.Names : null,
        ProjectOf(book, date, cell)?.Registration?.Names);

    /// <summary>The project that the cell's work order binds it to.</summary>
    public static ProjectBook? ProjectOf(PlantBook book, DateOnly date, EntryCell cell) =>
        cell.WorkOrder is { } order && book.WorkOrder(order, date)?.Project is { } project
            ? book.Projects.GetValueOrDefault(project)
            : null;
}
