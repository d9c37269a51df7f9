namespace Ganchao.Scoring.Plain;

/// <summary>Grades, best first: the first whose condition holds, as long as none before it is open.</summary>
internal sealed class Grades(Recount recount)
{
    public GradeFinding Of(Scored entrant)
    {
        foreach (var grade in AskedFor(entrant))
        {
            var met = recount.Columns.GradeCondition(entrant, grade);
            if (!met.IsNumber)
            {
                return new GradeFinding("", met.Reason);
            }

            if (met == Result.Of(true))
            {
                return new GradeFinding(grade.Id, NaReason.None);
            }
        }

        return GradeFinding.None;
    }

    /// <summary>Whether the entrant has this grade; n/a while its grade is open.</summary>
    public Result Is(string id, Scored entrant)
    {
        if (recount.Rulebook.Grades.All(grade => grade.Id != id))
        {
            throw new UncheckedRulebookException($"'{id}' is no grade.");
        }

        var given = Of(entrant);
        return given.Undecided == NaReason.None ? Result.Of(given.Id == id) : Result.Na(given.Undecided);
    }

    /// <summary>The grades whose conditions decide: up to the first that is not a no. None where a gate took the right.</summary>
    public IEnumerable<GradeDefinition> AskedFor(Scored entrant)
    {
        if (recount.Gates.Clearance(entrant, GateScope.Grade) == Clearance.Excluded)
        {
            yield break;
        }

        foreach (var grade in recount.Rulebook.Grades)
        {
            yield return grade;
            if (recount.Columns.GradeCondition(entrant, grade) != Result.Of(false))
            {
                yield break;
            }
        }
    }
}
