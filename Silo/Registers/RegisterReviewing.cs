using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Import.Files;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Registers;

/// <summary>A line of a review, and what would be written for it; null: nothing.</summary>
internal sealed record JudgedLine(ReviewedLine Shown, RegisterLine? Line);

/// <summary>
/// What would become of lines: by the plant's book line by line, then by the register itself, which writes nothing.
/// </summary>
internal sealed class RegisterReviewing(PlantBook book, Roster people, RegisterForm form, RegisterSource source)
{
    private readonly Dictionary<(string, DateOnly, bool), RegisterLine> _said = [];
    private PlantBook _book = book;

    /// <summary>Judges all lines; nothing is written.</summary>
    /// <param name="rows">As they were read.</param>
    /// <param name="register">The register, which judges last.</param>
    /// <param name="actor">Who would write.</param>
    /// <param name="notKnown">Told where the register does not answer.</param>
    /// <returns>The lines with their fates, and the version of the register that they were judged by.</returns>
    public async Task<(IReadOnlyList<JudgedLine> Lines, Text? Problem, long? Version)> JudgeAsync(
        IReadOnlyList<RegisterRow> rows, IRegisterGrain register, Actor actor, Action<Exception> notKnown)
    {
        List<JudgedLine> judged = [.. rows.Select(Judge)];
        var sent = judged.Index().Where(line => line.Item.Line is not null).ToList();
        if (sent.Count == 0)
        {
            return (judged, null, null);
        }

        var lines = new RegisterLines([.. sent.Select(line => line.Item.Line!)]);
        var answer = await Attempts.WriteAsync(
            () => register.Record(lines, actor, expectedVersion: null, dryRun: true), notKnown);
        if (answer is null)
        {
            return (judged, RegisterProblems.NotJudged, null);
        }

        foreach (var refusal in answer.Refusals)
        {
            if (ListedField.IndexIn(refusal.Field) is not { } index)
            {
                return (judged, RegisterProblems.Of(refusal), answer.Version);
            }

            judged[sent[index].Index] = Refused(judged[sent[index].Index], refusal);
        }

        return (judged, null, answer.Version);
    }

    private JudgedLine Judge(RegisterRow row)
    {
        var key = row.Cells[form.Key.Key];
        if (key.Length == 0 && row.Problems.Count == 0)
        {
            return Refused(row, null, [new LineProblem(form.Key, RegisterProblems.Needed)]);
        }

        if (row.Problems.Count > 0)
        {
            return Refused(row, null, row.Problems);
        }

        var isClosing = LineMaking.IsClosing(form, row);
        var from = FromOf(row, isClosing);
        var standing = RegisterBook.At(_book, form, key, from);
        var (line, problems) = LineMaking.Make(form, row, from, standing, source);
        return line is null ? Refused(row, standing, problems)
            : !_said.TryAdd((key, from, isClosing), line) && !LineMaking.AreSame(_said[(key, from, isClosing)], line)
                ? Refused(row, standing, [new LineProblem(form.Key, RegisterProblems.SaidTwice)])
            : Compare(row, line, standing);
    }

    private JudgedLine Compare(RegisterRow row, RegisterLine line, RegisterLine? standing)
    {
        var before = line is UnitClosedLine closed ? _book.Organisation.ClosedAt(closed.Unit, closed.From) : standing;
        if (before is not null && LineMaking.AreSame(before, line))
        {
            return new JudgedLine(Shown(row, line, LineFate.Unchanged, []), null);
        }

        _book = _book.With(line);
        var changes = NamesOf(line)
            .Concat(RegisterChanges.Between(form, before ?? (line is UnitClosedLine ? standing : null), line)).ToList();
        var ends = line is UnitClosedLine || changes.Any(change => change.Column.IsEnd && change.After is not null);
        var fate = ends ? LineFate.Ended
            : before is null ? LineFate.Added
            : LineFate.Changed;
        return new JudgedLine(Shown(row, line, fate, changes), line);
    }

    // Of somebody who was taken in just now, the name is new too.
    private IEnumerable<CellChange> NamesOf(RegisterLine line) => line is MemberLine member && people.IsNew(member.Person.Value)
        ? [new CellChange(form.Find(RegisterForms.PersonName)!, null, people.NameOf(member.Person.Value))]
        : [];

    private DateOnly FromOf(RegisterRow row, bool isClosing)
    {
        var cell = row.Cells.GetValueOrDefault(isClosing ? LineMaking.Closed : RegisterForm.From, "");
        return cell.Length > 0 ? DateOnly.ParseExact(cell, DateText.DateForm, CultureInfo.InvariantCulture) : source.From;
    }

    private ReviewedLine Shown(RegisterRow row, RegisterLine line, LineFate fate, IReadOnlyList<CellChange> changes)
    {
        var named = line is UnitClosedLine closed ? _book.Organisation.Last(closed.Unit) : line;
        return new ReviewedLine(
            row.Line, row.Cells[form.Key.Key], Written(row), named is null ? null : Called(named), fate, changes, []);
    }

    private string Written(RegisterRow row) => row.Cells.GetValueOrDefault(form.Key.Key, "") is var key
        && form.Key.Form == CellForm.Person ? people.NumberOf(key) : key;

    private string? Called(RegisterLine line) => line is MemberLine member
        ? people.NameOf(member.Person.Value)
        : LineMaking.Cells(form, line).GetValueOrDefault("zh");

    private JudgedLine Refused(RegisterRow row, RegisterLine? standing, IReadOnlyList<LineProblem> problems) => new(
        new ReviewedLine(
            row.Line,
            row.Cells.GetValueOrDefault(form.Key.Key, ""),
            Written(row),
            row.Cells.GetValueOrDefault("zh") ?? (standing is null ? null : Called(standing)),
            LineFate.Refused, [], problems),
        null);

    private JudgedLine Refused(JudgedLine judged, Refusal refusal) => new(
        judged.Shown with
        {
            Fate = LineFate.Refused,
            Changes = [],
            Problems =
            [
                .. judged.Shown.Problems,
                new LineProblem(LineMaking.ColumnOf(form, refusal.Field), RegisterProblems.Of(refusal)),
            ],
        },
        null);
}

/// <summary>What differs between two lines about one thing.</summary>
internal static class RegisterChanges
{
    /// <param name="form">The register.</param>
    /// <param name="before">Null: there was nothing.</param>
    /// <param name="after">As it will be.</param>
    public static IReadOnlyList<CellChange> Between(RegisterForm form, RegisterLine? before, RegisterLine after)
    {
        var (old, now) = (before is null ? [] : LineMaking.Cells(form, before), LineMaking.Cells(form, after));
        return
        [
            .. form.Columns
                .Where(column => column.Key != RegisterForm.From && column != form.Key)
                .Where(column => after is not UnitClosedLine || column.IsEnd)
                .Select(column => new CellChange(column, Filled(old, column), Filled(now, column)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static string? Filled(Dictionary<string, string> cells, RegisterColumn column) =>
        cells.GetValueOrDefault(column.Key) is { Length: > 0 } cell ? cell : null;
}
