using System.Collections.Immutable;

namespace Ganchao.Scoring.Plain;

/// <summary>Functions of numbers alone; they mean the same inside a fold and outside.</summary>
internal static class Shapes
{
    /// <summary>Null when the call is none of them.</summary>
    public static Result? Evaluate(CallExpr call, ISurroundings surroundings) => call switch
    {
        { Name: "abs", Arguments.Length: 1 } => Of(call, surroundings, static x => Result.Of(Math.Abs(x[0]))),
        { Name: "min", Arguments.Length: >= 2 } => Of(call, surroundings, static x => Extreme(x, -1)),
        { Name: "max", Arguments.Length: >= 2 } => Of(call, surroundings, static x => Extreme(x, 1)),
        { Name: "clamp", Arguments.Length: 3 } => Of(call, surroundings, static x => Clamp(x[0], x[1], x[2])),
        { Name: "step", Arguments.Length: 3 } =>
            Of(call, surroundings, static x => Step(x[0], x[1], x[2], MidpointRounding.ToZero)),
        { Name: "stepStarted", Arguments.Length: 3 } => Of(call, surroundings, static x => StepStarted(x[0], x[1], x[2])),
        { Name: "round", Arguments: [var x, var decimals] } => Round(x, decimals, RoundingMode.HalfAway, surroundings),
        { Name: "round", Arguments: [var x, var decimals, NameExpr mode] } => Round(x, decimals, ModeOf(mode), surroundings),
        { Name: "band", Arguments: [var x, .. var pieces] } => Band(x, pieces, surroundings),
        { Name: "pick", Arguments: [var x, .. var rest] } => Pick(x, rest, surroundings),
        { Name: "exp", Arguments.Length: 1 } => Of(call, surroundings, static x => Transcendental.Exp(x[0])),
        { Name: "ln", Arguments.Length: 1 } => Of(call, surroundings, static x => Transcendental.Ln(x[0])),
        { Name: "log10", Arguments.Length: 1 } => Of(call, surroundings, static x => Transcendental.Log10(x[0])),
        { Name: "sqrt", Arguments.Length: 1 } => Of(call, surroundings, static x => Transcendental.Sqrt(x[0])),
        { Name: "marginal", Arguments: [var x, .. var pieces] } => Marginal(x, pieces.Cast<CallExpr>().ToList(), surroundings),
        { Name: "mod", Arguments.Length: 2 } => Of(call, surroundings, static x => Mod(x[0], x[1])),
        { Name: "floor", Arguments.Length: 1 } =>
            Of(call, surroundings, static x => Result.Of(Math.Floor(Numbers.Compared(x[0])))),
        { Name: "ceiling", Arguments.Length: 1 } =>
            Of(call, surroundings, static x => Result.Of(Math.Ceiling(Numbers.Compared(x[0])))),
        _ => null,
    };

    private static Result Of(CallExpr call, ISurroundings surroundings, Func<decimal[], Result> function)
    {
        var terms = call.Arguments.Select(argument => Formulas.Evaluate(argument, surroundings)).ToArray();
        var na = Numbers.FirstNa(terms);
        return na.IsNumber ? function([.. terms.Select(static term => term.Number)]) : na;
    }

    /// <param name="sign">-1 for the smallest, 1 for the greatest; of equal ones the first.</param>
    private static Result Extreme(decimal[] terms, int sign)
    {
        var extreme = terms[0];
        foreach (var term in terms)
        {
            if (Numbers.Compare(term, extreme) * sign > 0)
            {
                extreme = term;
            }
        }

        return Result.Of(extreme);
    }

    private static Result Clamp(decimal x, decimal low, decimal high)
    {
        if (Numbers.Compare(low, high) > 0)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        if (Numbers.Compare(x, low) < 0)
        {
            return Result.Of(low);
        }

        return Result.Of(Numbers.Compare(x, high) > 0 ? high : x);
    }

    private static Result StepStarted(decimal x, decimal per, decimal points) => Step(
        x, per, points, x < 0m ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    private static Result Step(decimal x, decimal per, decimal points, MidpointRounding toWholeSteps)
    {
        if (Numbers.Compare(per, 0m) <= 0)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var steps = Numbers.Compared(Numbers.Divide(Result.Of(x), Result.Of(per)));
        return steps.IsNumber
            ? Numbers.Multiply(Result.Of(Math.Round(steps.Number, toWholeSteps)), Result.Of(points))
            : steps;
    }

    private static Result Round(Expr x, Expr decimals, RoundingMode mode, ISurroundings surroundings) =>
        Numbers.Rounded(Formulas.Evaluate(x, surroundings), (int)surroundings.Fixed(decimals), mode);

    private static RoundingMode ModeOf(NameExpr mode) => mode.Name switch
    {
        "halfAway" => RoundingMode.HalfAway,
        "halfEven" => RoundingMode.HalfEven,
        "down" => RoundingMode.Down,
        "up" => RoundingMode.Up,
        _ => throw new UncheckedRulebookException($"'{mode.Name}' is no way of rounding."),
    };

    private static Result Band(Expr x, ImmutableArray<Expr> pieces, ISurroundings surroundings)
    {
        var place = Formulas.Evaluate(x, surroundings);
        if (!place.IsNumber)
        {
            return place;
        }

        foreach (var piece in pieces.Cast<CallExpr>())
        {
            var bounds = piece.Name == "range" ? 2 : 1;
            var low = surroundings.Fixed(piece.Arguments[0]);
            var high = surroundings.Fixed(piece.Arguments[bounds - 1]);
            if (Holds(piece.Name, place.Number, low, high))
            {
                return piece.Arguments.Length > bounds
                    ? Formulas.Evaluate(piece.Arguments[bounds], surroundings)
                    : Result.Na(NaReason.Undefined);
            }
        }

        throw new UncheckedRulebookException($"No piece of the band holds {place}.");
    }

    private static Result Pick(Expr x, ImmutableArray<Expr> rest, ISurroundings surroundings)
    {
        var sought = Numbers.Compared(Formulas.Evaluate(x, surroundings));
        if (!sought.IsNumber)
        {
            return sought;
        }

        for (var i = 0; i + 1 < rest.Length; i += 2)
        {
            if (Numbers.Compared(Formulas.Evaluate(rest[i], surroundings)) == sought)
            {
                return Formulas.Evaluate(rest[i + 1], surroundings);
            }
        }

        return rest.Length % 2 == 1 ? Formulas.Evaluate(rest[^1], surroundings) : Result.Na(NaReason.Undefined);
    }

    private static Result Marginal(Expr x, List<CallExpr> pieces, ISurroundings surroundings)
    {
        var whole = Formulas.Evaluate(x, surroundings);
        var parts = pieces.Select(piece => (
            Bound: piece.Name == "above" ? Result.Zero : Formulas.Evaluate(piece.Arguments[0], surroundings),
            Rate: Formulas.Evaluate(piece.Arguments[1], surroundings),
            IsLast: piece.Name == "above")).ToList();
        var na = Numbers.FirstNa([whole, .. parts.SelectMany(static part => new[] { part.Bound, part.Rate })]);
        if (!na.IsNumber)
        {
            return na;
        }

        var bounds = parts.Where(static part => !part.IsLast).Select(static part => part.Bound.Number).ToList();
        if (Numbers.Compare(whole.Number, 0m) < 0 || Numbers.Compare(bounds[0], 0m) < 0
            || bounds.Zip(bounds.Skip(1)).Any(static pair => Numbers.Compare(pair.First, pair.Second) >= 0))
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var sum = Result.Zero;
        var low = 0m;
        foreach (var (bound, rate, isLast) in parts.TakeWhile(_ => Numbers.Compare(whole.Number, low) > 0))
        {
            var high = isLast || Numbers.Compare(whole.Number, bound.Number) < 0 ? whole.Number : bound.Number;
            var part = Numbers.Subtract(Result.Of(high), Result.Of(low));
            sum = Numbers.Add(sum, Numbers.Multiply(rate, part));
            low = high;
        }

        return sum;
    }

    private static Result Mod(decimal a, decimal b)
    {
        if (Numbers.Compare(b, 0m) <= 0)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var times = Numbers.Compared(Numbers.Divide(Result.Of(a), Result.Of(b)));
        return times.IsNumber
            ? Numbers.Subtract(Result.Of(a), Numbers.Multiply(Result.Of(b), Result.Of(Math.Floor(times.Number))))
            : times;
    }

    private static bool Holds(string piece, decimal x, decimal low, decimal high) => piece switch
    {
        "under" => Numbers.Compare(x, high) < 0,
        "upTo" => Numbers.Compare(x, high) <= 0,
        "range" => Numbers.Compare(x, low) >= 0 && Numbers.Compare(x, high) < 0,
        "from" => Numbers.Compare(x, low) >= 0,
        "above" => Numbers.Compare(x, low) > 0,
        _ => throw new UncheckedRulebookException($"'{piece}' is no piece of a band."),
    };
}
