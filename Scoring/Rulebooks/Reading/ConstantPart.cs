namespace Ganchao.Scoring;

/// <summary>Reads <c>constants</c>: <c>满分: 35</c>, or <c>{ value: 35, unit: t }</c>.</summary>
internal static class ConstantPart
{
    public static ConstantDefinition Read(PartItem item)
    {
        if (item.Value.IsScalar || item.Value.Child() is not { } part)
        {
            return new ConstantDefinition(item.Id, item.Value.Number(), item.Place);
        }

        var constant = new ConstantDefinition(item.Id, part.RequiredNumber("value"), item.Place) { Unit = part.Text("unit") };
        part.RefuseOtherKeys();
        return constant;
    }
}
