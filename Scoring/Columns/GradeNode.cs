using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The grade by its position, from 1; 0 when there is none. The first condition that holds decides; one that is n/a before that
/// leaves the grade n/a with its reason.
/// </summary>
/// <param name="grades">Best first, at least one, each with the column of its condition; null when it takes everybody.</param>
/// <param name="excluding">Columns of the gates that take the right to a grade.</param>
internal sealed class GradeNode(
    ImmutableArray<(GradeDefinition Grade, int? Condition)> grades, ImmutableArray<(string Gate, int Condition)> excluding)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), "grade")
{
    public override Result Evaluate(Row context)
    {
        if (Excluding(context) is not null)
        {
            return Result.Zero;
        }

        var asked = Asked(context);
        var last = Met(context, asked[^1].Condition);
        return !last.IsNumber || last.Number == 0m ? last : Result.Of(asked.Length);
    }

    public override Explanation Explain(Row context)
    {
        var grade = Evaluate(context);
        var note = Excluding(context) is { } gate ? new Note($"触发 {gate},不评等级", $"gate {gate} fired: no grade")
            : !grade.IsNumber ? new Note("等级未定", "the grade is not decided yet")
            : grade == Result.Zero ? new Note("无等级", "no grade")
            : NoteOf(grades[(int)grade.Number - 1].Grade);
        var given = grade.IsNumber && grade != Result.Zero ? grades[(int)grade.Number - 1].Grade.Id : "";
        var parts = Excluding(context) is null ? Asked(context) : [];
        return new Explanation(
            ExplanationKind.Grade,
            given,
            "",
            "",
            grade.IsNumber ? Result.Of(given.Length > 0) : grade,
            note,
            ValueList.Of(parts.Select(part => new Explanation(
                ExplanationKind.Grade,
                part.Grade.Id,
                part.Grade.When?.Text ?? "",
                "",
                Met(context, part.Condition),
                NoteOf(part.Grade),
                []))));
    }

    /// <summary>Up to the one that decides, or all.</summary>
    private ImmutableArray<(GradeDefinition Grade, int? Condition)> Asked(Row context)
    {
        for (var i = 0; i < grades.Length; i++)
        {
            if (Met(context, grades[i].Condition) != Result.Zero)
            {
                return grades[..(i + 1)];
            }
        }

        return grades;
    }

    private string? Excluding(Row context) =>
        excluding.FirstOrDefault(gate => context.Column(gate.Condition) is { IsNumber: true, Number: 1m }).Gate;

    private static Result Met(Row context, int? condition) =>
        condition is { } column ? context.Column(column) : Result.Of(true);

    private static Note NoteOf(GradeDefinition grade) => new(grade.Names.Zh, grade.Names.En);
}

/// <summary><c>grade(id)</c>: whether that is the entrant's grade.</summary>
/// <param name="position">From 1.</param>
internal sealed class IsGradeNode(int column, int position, string id, string formula)
    : Node<Row>(new ColumnType(ValueKind.Truth, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context) =>
        context.Column(column) is { IsNumber: true } grade ? Result.Of(grade.Number == position) : context.Column(column);

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Grade, id, Formula, "", Evaluate(context), Note.None, []);
}
