using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>Too many grades, one that takes everybody before the last one is asked, and gates that ask for grades.</summary>
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

        foreach (var grade in book.Grades.SkipLast(1).Where(static grade => grade.When is null))
        {
            RefuseWithoutWhen(grade);
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

    private void RefuseWithoutWhen(GradeDefinition grade) => findings.Error(
        "grade-without-when",
        grade.Place,
        $"等级 {grade.Id} 没有 when,后面的等级就轮不到:请写上条件,或移到最后。",
        $"Grade {grade.Id} has no when, so those behind it are never reached; write one, or move it to the end.");
}
