namespace Ganchao.Scoring;

/// <summary>Reads <c>grades</c>.</summary>
internal static class GradePart
{
    public static GradeDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            return new GradeDefinition(item.Id, new Names(item.Id, item.Id), null, item.Place);
        }

        var grade = new GradeDefinition(
            item.Id,
            part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            part.Value("when")?.Formula(),
            item.Place);
        part.RefuseOtherKeys();
        return grade;
    }
}
