namespace Ganchao.Scoring;

/// <summary>Which kinds the signs of the language take, and what comes out.</summary>
internal static class OperationKinds
{
    /// <summary>Null: these two do not go together. A side that is already reported (NotSet) goes with everything.</summary>
    public static ValueKind? Of(BinaryOperator sign, ValueKind left, ValueKind right)
    {
        var side = left == ValueKind.NotSet ? right : left;
        var areSame = left == right || left == ValueKind.NotSet || right == ValueKind.NotSet;
        return sign switch
        {
            BinaryOperator.And or BinaryOperator.Or => areSame && side is ValueKind.Truth or ValueKind.NotSet ? ValueKind.Truth
                : null,
            BinaryOperator.Equal or BinaryOperator.NotEqual => areSame ? ValueKind.Truth : null,
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                areSame && side is not (ValueKind.Truth or ValueKind.Text) ? ValueKind.Truth : null,
            BinaryOperator.Subtract => areSame && side is not (ValueKind.Truth or ValueKind.Text) ? ValueKind.Number : null,
            _ => areSame && side is ValueKind.Number or ValueKind.NotSet ? ValueKind.Number : null,
        };
    }
}

/// <summary>The kinds in messages.</summary>
internal static class KindText
{
    public static string Zh(ValueKind kind) => kind switch
    {
        ValueKind.Number => "数",
        ValueKind.Truth => "是否",
        ValueKind.Text => "文字",
        ValueKind.Date => "日期",
        ValueKind.NotSet => "未知",
    };

    public static string En(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Truth => "a yes or no",
        ValueKind.Text => "a text",
        ValueKind.Date => "a date",
        ValueKind.NotSet => "something unknown",
    };
}
