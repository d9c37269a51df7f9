namespace Ganchao.Scoring.Plain;

/// <summary>What a step says of roundings and of figures that are missing, in both languages.</summary>
internal static class NoteWords
{
    public static Note Rounded(int decimals, RoundingMode rounding)
    {
        var (zh, en) = rounding switch
        {
            RoundingMode.HalfAway or RoundingMode.NotSet => ("四舍五入", "half away from zero"),
            RoundingMode.HalfEven => ("四舍六入五成双", "half to even"),
            RoundingMode.Down => ("多余位舍去", "towards zero"),
            RoundingMode.Up => ("多余位进一", "away from zero"),
        };
        var number = NormalNumber.Of((decimal)decimals);
        return new Note($"保留 {number} 位小数,{zh}", $"rounded to {number} {(decimals == 1 ? "decimal" : "decimals")}, {en}");
    }

    public static Note StandIn(string mark, NaReason reason)
    {
        var (zh, en) = WordsOf(reason);
        return new Note(
            $"{mark}{(mark.Length > 0 ? "," : "")}没有算出得分的原因:{zh}",
            $"{mark}{(mark.Length > 0 ? "; " : "")}no points were computed: {en}");
    }

    public static Note Named(Names names) => new(names.Zh, names.En);

    public static Note Grade(GradeFinding given, RulebookDefinition rulebook)
    {
        if (given.Undecided != NaReason.None)
        {
            var (zh, en) = WordsOf(given.Undecided);
            return new Note($"等级未定:{zh}", $"not decided yet: {en}");
        }

        return given.Id.Length == 0
            ? new Note("无等级", "no grade")
            : Named(rulebook.Grades.Single(grade => grade.Id == given.Id).Names);
    }

    public static Note Award(AwardDefinition award, AwardFinding? got)
    {
        if (got is { Undecided: not NaReason.None and var reason })
        {
            var (why, because) = WordsOf(reason);
            return new Note($"{award.Names.Zh}:未定,{why}", $"{award.Names.En}: not decided yet, {because}");
        }

        var (zh, en) = (got, got?.Held) switch
        {
            (null, _) => (":未获", ": not won"),
            (_, true) => (":暂缓发放", ": on hold"),
            _ => ("", ""),
        };
        return new Note($"{award.Names.Zh}{zh}", $"{award.Names.En}{en}");
    }

    private static (string Zh, string En) WordsOf(NaReason reason) => reason switch
    {
        NaReason.None => ("无", "none"),
        NaReason.Refused => ("不予认定", "refused"),
        NaReason.NoAttribute => ("产品无此数据", "no product data"),
        NaReason.DivisionByZero => ("除数为零", "division by zero"),
        NaReason.Overflow => ("数值过大", "too large"),
        NaReason.OutOfDomain => ("参数不适用", "term out of range"),
        NaReason.Undefined => ("办法未规定", "not defined"),
        NaReason.Excluded => ("不计", "excluded"),
        NaReason.Missing => ("未填报", "not entered"),
        NaReason.NoPlan => ("无计划", "no plan"),
        NaReason.NoBaseline => ("无基期", "no baseline"),
        NaReason.NoCoefficient => ("无系数", "no coefficient"),
        NaReason.NoReference => ("无外部数值", "no figure from outside"),
        NaReason.NoTag => ("无此标签", "no such tag"),
        NaReason.NoEntrant => ("无此参赛者", "no such entrant"),
        NaReason.NoHistory => ("无前期结果", "no earlier stage"),
        NaReason.NotDecided => ("尚未评定", "not decided yet"),
        NaReason.PoolMissed => ("合计不等于总额", "does not add up to the pool"),
    };
}
