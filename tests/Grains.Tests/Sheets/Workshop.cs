using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

/// <summary>A plant with a measure of every sort, and with things that are known only from 15 March on.</summary>
internal static class Workshop
{
    public static readonly DateOnly MidMarch = new(2026, 3, 15);

    public static async Task<TestPlant> WorkshopAsync(this PlantFixture fixture)
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: t1, t2",
            Measure("pieces") with { UsualMin = 10, UsualMax = 500 },
            Measure("output", 2),
            Measure("exact", 9) with { Min = null, Max = null },
            Measure("carbon", 2) with { Occasion = Occasion.Heat },
            Measure("defects") with { Entries = CellEntries.Many },
            Measure("worth", 2, "pieces * attribute(price)"),
            Measure("marks") with { Subject = SubjectKind.Person },
            Measure("counted") with { EnteredBy = [Role.Statistician] },
            Measure("energy") with { Occasion = Occasion.Month },
            Measure("trials") with { Occasion = Occasion.Week },
            Measure("violations") with { Occasion = Occasion.Event },
            Measure("savings") with { Subject = SubjectKind.Project },
            Measure("new") with { From = MidMarch });
        await plant.RecordAsync(RegisterName.Organisation, Unit("t3", UnitKind.Team, "foundry", MidMarch));
        await plant.RecordAsync(RegisterName.Calendar, new ShiftKindLine
        {
            Id = Guid.NewGuid(),
            Kind = new ShiftKind("night"),
            Names = new Names("夜班"),
            Start = new TimeOnly(20, 0),
            LengthMinutes = 720,
            Zone = "Asia/Shanghai",
            Order = 2,
            Teams = [new UnitId("t1")],
        });
        await plant.RecordAsync(RegisterName.Products, Product("body"), Product("rim", MidMarch));
        await plant.RecordAsync(RegisterName.WorkOrders, Order("W-1"), Order("W-2", MidMarch));
        return plant;
    }

    private static ProductLine Product(string code, DateOnly from = default) => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode(code),
        Names = new Names(code),
        Unit = "件",
        From = from,
    };

    private static WorkOrderLine Order(string number, DateOnly from = default) => new()
    {
        Id = Guid.NewGuid(),
        WorkOrder = new WorkOrderNumber(number),
        From = from,
    };
}
