using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ganchao.Scoring.Plain;

/// <summary>Opens a formula: the same text with the numbers put in, and one part for each figure and function in it.</summary>
internal sealed class FormulaExplainer(Formula formula, EntrantSurroundings entrant)
{
    private static readonly string[] Columns = ["value", "points", "section", "grade"];
    private static readonly string[] OfRows = ["occurrence", "before", "running", "attribute"];

    private Recount Recount => entrant.Recount;

    /// <summary>The formula with every figure in place of its name.</summary>
    public string Numbers => NumbersIn(formula.Root, 0, formula.Text.Length);

    public ValueList<Explanation> Parts => ValueList.Of(PartsOf(formula.Root));

    private IEnumerable<Explanation> PartsOf(Expr expr) => expr switch
    {
        NameExpr name => IsWord(name) ? [] : [Term(name)],
        CallExpr call when IsFunction(call) => [Function(call)],
        CallExpr call => [Figure(call)],
        _ => expr.Parts().SelectMany(PartsOf),
    };

    private Explanation Term(NameExpr name)
    {
        var kind = name.Name switch
        {
            "value" => ExplanationKind.Value,
            "total" => ExplanationKind.Total,
            "eligible" => ExplanationKind.Eligibility,
            _ => ExplanationKind.Term,
        };
        return Leaf(kind, name.Name, name, entrant.Name(name), Note.None);
    }

    private Explanation Function(CallExpr call)
    {
        var text = TextOf(call);
        var parts = ReadParts(call).SelectMany(PartsOf);
        var numbers = NumbersIn(call, call.Start, call.End).Trim();
        return new Explanation(
            ExplanationKind.Function, call.Name, text, numbers, Value(call), NoteOn(call), ValueList.Of(parts));
    }

    private Explanation Figure(CallExpr call)
    {
        if (entrant.IsFold(call))
        {
            return OccasionExplainer.Open(call, entrant, TextOf(call)) ?? Fold(call);
        }

        if (Cohorts.Knows(call.Name))
        {
            return Cohort(call);
        }

        if (call.Name == "tag" && Value(call).IsNumber)
        {
            return Leaf(ExplanationKind.Text, Words.Of(call.Arguments[0]), call, Result.Zero, Note.None) with
            {
                Numbers = Shown(call),
            };
        }

        var kind = call.Name switch
        {
            "value" => ExplanationKind.Value,
            "points" => ExplanationKind.Points,
            "section" => ExplanationKind.Section,
            "grade" => ExplanationKind.Grade,
            _ => ExplanationKind.Term,
        };
        var subject = call.Arguments is [NameExpr or TextExpr, ..] ? Words.Of(call.Arguments[0]) : call.Name;
        return Leaf(kind, subject, call, Value(call), NoteOnTerm(call.Name, subject));
    }

    private Note NoteOnTerm(string term, string subject) => term switch
    {
        "adjustment" when entrant.Scored.Terms.Adjustments.TryGetValue(subject, out var recorded) && recorded.Reason.Length > 0 =>
            new Note($"理由:{recorded.Reason}", $"reason: {recorded.Reason}"),
        "carried" when entrant.Scored.Terms.Carried.ContainsKey(subject) => new Note("上一阶段留存", "left by the stage before"),
        "carried" => new Note("起始值", "at the start"),
        _ => Note.None,
    };

    private Explanation Fold(CallExpr call)
    {
        var outcome = Recount.Folds.Run(call, entrant.Scored);
        var subject = string.Join(", ", Recount.Inputs.WrittenIn(call.Arguments[0]).Select(static input => input.Name));
        var (counted, skipped) = (outcome.Groups.Count, outcome.Skipped);
        var note = new Note(
            string.Create(CultureInfo.InvariantCulture, $"{counted} 项{(skipped == 0 ? "" : $",另有 {skipped} 项无数据")}"),
            string.Create(
                CultureInfo.InvariantCulture, $"{counted} counted{(skipped == 0 ? "" : $", {skipped} without a figure")}"));
        return Leaf(ExplanationKind.Fold, subject, call, outcome.Result, note) with
        {
            Entries = ValueList.Of(outcome.Groups
                .SelectMany(static group => group.Facts)
                .OrderBy(OccurrenceKey.Of)
                .Select(static fact => fact.Entry)
                .Distinct()),
        };
    }

    private Explanation Cohort(CallExpr call)
    {
        var value = Value(call);
        if (call is { Name: "of" or "closest" })
        {
            var subject = call is { Name: "of", Arguments: [CallExpr { Arguments: [var tag] }, _] }
                ? entrant.Scored.Terms.Tags.GetValueOrDefault(Words.Of(tag), "")
                : "";
            var whom = subject.Length > 0 ? new Note($"取自 {subject}", $"of {subject}") : Note.None;
            return Leaf(ExplanationKind.Cohort, call.Name, call, value, whom);
        }

        var circle = Circle.All;
        if (call is { Name: "within" or "among", Arguments: [CallExpr { Arguments: [var name] }, CallExpr function] })
        {
            circle = new Circle(call.Name, Words.Of(name));
            if (function.Name == "closest")
            {
                return Leaf(ExplanationKind.Cohort, function.Name, call, value, Note.None);
            }

            call = function;
        }

        var column = call.Arguments[0];
        var members = Recount.Cohorts.MembersFor(entrant.Scored, circle) ?? [];
        var whose = call.Name is "best" or "worst"
            ? string.Join(", ", members.Where(member => Quantised(column, member) == value).Select(static member => member.Id))
            : "";
        var ofMany =
            string.Create(CultureInfo.InvariantCulture, $"{members.Count(member => Quantised(column, member).IsNumber)}");
        var note = whose.Length > 0 ? new Note($"取自 {whose}", $"of {whose}") : new Note($"共 {ofMany} 家", $"among {ofMany}");
        return Leaf(ExplanationKind.Cohort, call.Name, call, value, note) with { Parts = ValueList.Of(PartsOf(column)) };
    }

    private Result Quantised(Expr column, Scored member) =>
        entrant.Of(member) is { } there ? Plain.Numbers.Quantised(Formulas.Evaluate(column, there)) : Result.Na(NaReason.Missing);

    private Note NoteOn(CallExpr call) => call switch
    {
        { Name: "step" or "stepStarted", Arguments: [var x, var per, _] } when Value(call).IsNumber => Steps(call.Name, x, per),
        { Name: "if", Arguments: [var condition, _, _] } when Value(condition) == Result.Of(true) =>
            new Note("条件成立", "the condition holds"),
        { Name: "if", Arguments: [var condition, _, _] } when Value(condition).IsNumber =>
            new Note("条件不成立", "the condition does not hold"),
        { Name: "ifna", Arguments: [var wanted, _] } when !Value(wanted).IsNumber =>
            new Note("无数据,用替代值", "there is no figure; the other stands in"),
        _ => Note.None,
    };

    private Note Steps(string name, Expr x, Expr per)
    {
        var one = new NumberExpr(1m, 0, 0);
        var steps = NormalNumber.Of(Value(new CallExpr(name, [x, per, one], 0, 0)));
        return name == "step" ? new Note($"{steps} 个整档", $"{steps} full steps")
            : new Note($"{steps} 档(不足一档按一档)", $"{steps} steps, started ones too");
    }

    /// <summary>Of a choice, what was not chosen has no part in the result.</summary>
    private ImmutableArray<Expr> ReadParts(CallExpr call) => call switch
    {
        { Name: "if", Arguments: [var condition, var yes, var no] } =>
            !Value(condition).IsNumber ? [condition] : Value(condition) == Result.Of(true) ? [condition, yes] : [condition, no],
        { Name: "ifna", Arguments: [var wanted, _] } when Value(wanted).IsNumber => [wanted],
        { Name: "band", Arguments: [var x, .. var pieces] } =>
            [x, .. pieces.OfType<CallExpr>().SelectMany(static piece => piece.Arguments.Skip(piece.Name == "range" ? 2 : 1))],
        { Name: "marginal", Arguments: [var x, .. var parts] } =>
            [x, .. parts.OfType<CallExpr>().SelectMany(static part => part.Arguments)],
        { Name: "round", Arguments: [var x, ..] } => [x],
        { Name: "pick", Arguments: [var x, .. var rest] } => [x, .. rest.Where((_, i) => i % 2 == 1 || i == rest.Length - 1)],
        _ => call.Arguments,
    };

    private Explanation Leaf(ExplanationKind kind, string subject, Expr expr, Result result, Note note) =>
        new(kind, subject, TextOf(expr), "", result, note, ValueList<Explanation>.Empty);

    private Result Value(Expr expr) => Formulas.Evaluate(expr, entrant);

    private string NumbersIn(Expr expr, int start, int end)
    {
        var text = new StringBuilder();
        var at = start;
        foreach (var figure in FiguresIn(expr))
        {
            text.Append(formula.Text, at, figure.Start - at);
            at = figure.End;
            var number = Shown(figure);
            text.Append(number.StartsWith('-') ? $"({number})" : number);
        }

        return text.Append(formula.Text, at, end - at).ToString();
    }

    private string Shown(Expr figure) =>
        figure is CallExpr { Name: "tag", Arguments: [var name] }
        && entrant.Scored.Terms.Tags.TryGetValue(Words.Of(name), out var text)
            ? $"\"{text}\""
            : IsDate(figure) && Value(figure) is { IsNumber: true } day
                ? DateOnly.FromDayNumber((int)day.Number).ToString("O", CultureInfo.InvariantCulture)
                : NormalNumber.Of(Value(figure));

    private static bool IsDate(Expr figure) =>
        figure is NameExpr { Name: "asOf" or "rowDate" } or CallExpr { Name: "date" or "firstDate" or "lastDate" };

    private IEnumerable<Expr> FiguresIn(Expr expr) => expr switch
    {
        NameExpr name => IsWord(name) ? [] : [name],
        CallExpr call when !IsFunction(call) => [call],
        _ => expr.Parts().SelectMany(FiguresIn),
    };

    /// <summary>A function of numbers or a choice: shown with its terms.</summary>
    private bool IsFunction(CallExpr call) =>
        !entrant.IsFold(call) && !OfRows.Contains(call.Name) && !Terms.Knows(call.Name) && !Cohorts.Knows(call.Name)
        && !Columns.Contains(call.Name);

    private bool IsWord(NameExpr name) =>
        name.Name is not ("value" or "base" or "total" or "asOf" or "eligible" or "size" or "stageNumber" or "stageOfYear")
        && Recount.Inputs.Constant(name.Name) is null && !entrant.Reads(name.Name);

    private string TextOf(Expr expr) => formula.Text[expr.Start..expr.End].Trim();
}
