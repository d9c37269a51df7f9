using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>Grades that could never be given, or that take everybody before the last one is asked.</summary>
internal sealed class GradeChecks(RulebookDefinition book, Findings findings)
{
    public void Run()
    {
        if (book.Grades.Length > FormulaLimits.Grades)
        {
            findings.Error(
                "too-many-grades",
                book.Grades[FormulaLimits.Grades].Place,
                string.Create(CultureInfo.InvariantCulture, $"等级超过 {FormulaLimits.Grades} 个:请合并。"),
                string.Create(CultureInfo.InvariantCulture, $"There are more than {FormulaLimits.Grades} grades; merge some."));
        }

        var first = new Dictionary<string, GradeDefinition>(StringComparer.Ordinal);
        foreach (var (position, grade) in book.Grades.Index())
        {
            if (grade.When is not { } when)
            {
                CheckLast(grade, isLast: position == book.Grades.Length - 1);
            }
            else if (!first.TryAdd(ExprText.Of(when.Root), grade))
            {
                RefuseSame(grade, first[ExprText.Of(when.Root)]);
            }
        }

        foreach (var gate in book.Gates.Where(static gate => gate.When.Root.Whole().Any(IsGrade)))
        {
            findings.Error(
                "gate-on-grade",
                gate.Place,
                $"否决 {gate.Id} 取决于等级,而等级在否决之后才定:请改写条件。",
                $"Gate {gate.Id} depends on a grade, but grades are given after gates; write its condition otherwise.");
        }
    }

    private static bool IsGrade(Expr expr) => expr is CallExpr { Name: "grade" };

    private void CheckLast(GradeDefinition grade, bool isLast)
    {
        if (!isLast)
        {
            findings.Error(
                "grade-without-when",
                grade.Place,
                $"等级 {grade.Id} 没有 when,后面的等级就轮不到:请写上条件,或移到最后。",
                $"Grade {grade.Id} has no when, so those behind it are never reached; write one, or move it to the end.");
        }
    }

    private void RefuseSame(GradeDefinition grade, GradeDefinition before) => findings.Error(
        "grade-unreachable",
        grade.Place,
        $"等级 {grade.Id} 与前面的 {before.Id} 条件相同,永远轮不到:请改条件或删去。",
        $"Grade {grade.Id} has the condition of {before.Id} before it and is never reached; change it or take it out.");
}
