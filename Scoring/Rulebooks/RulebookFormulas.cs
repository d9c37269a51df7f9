namespace Ganchao.Scoring;

/// <summary>All formulas of a rulebook in the order of its parts.</summary>
public static class RulebookFormulas
{
    public static IEnumerable<Formula> Formulas(this RulebookDefinition book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new[]
        {
            book.Inputs.Select(static input => input.Formula),
            book.Figures.Select(static figure => figure.Figure.Formula),
            book.Adjustments.SelectMany(static adjustment => new[] { adjustment.From, adjustment.To }),
            book.Indicators.SelectMany(
                static indicator => new[] { indicator.Applies, indicator.Value.Formula, indicator.Points?.Formula }),
            book.Gates.Select(static gate => gate.When),
            book.Eligibility.Select(static rule => rule.Formula),
            book.Grades.Select(static grade => grade.When),
            book.Awards.SelectMany(static award => new[] { award.When, award.Weight, award.Money, award.Quota, award.Pool }),
            book.Awards.SelectMany(static award => award.Tables.Select(static table => table.When)),
            book.Awards.SelectMany(static award => award.By.Select(static key => key.Formula)),
            book.Carries.SelectMany(static carry => new[] { carry.Start, carry.Formula.Formula }),
            book.Accounts.SelectMany(static account => new[] { account.Start, account.Formula.Formula }),
            [book.Total.Formula],
            book.Ranking.By.Select(static key => key.Formula),
        }.SelectMany(static part => part).OfType<Formula>();
    }
}
