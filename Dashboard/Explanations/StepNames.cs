using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ganchao.Client.Wording;
using Ganchao.Scoring;

namespace Ganchao.Dashboard.Explanations;

/// <summary>What a step is called, and what it came to, for one reader.</summary>
public sealed partial class StepNames
{
    private readonly ExplanationView _view;
    private readonly ReaderLanguage _words;

    internal StepNames(ExplanationView view, ReaderLanguage words)
    {
        _view = view;
        _words = words;
    }

    public string TitleOf(Explanation step) => step.Kind switch
    {
        ExplanationKind.Row or ExplanationKind.Total => _words.Of(StepWords.Total),
        ExplanationKind.Section => _words.Of(StepWords.Section, Section(step.Subject)),
        ExplanationKind.Points => _words.Of(StepWords.Points, Indicator(step.Subject)),
        ExplanationKind.Value when step.Subject == "value" => _words.Of(StepWords.ThisValue),
        ExplanationKind.Value => _words.Of(StepWords.Value, Indicator(step.Subject)),
        ExplanationKind.Function or ExplanationKind.Formula => Gloss(StepWords.Functions, step.Subject),
        ExplanationKind.Fold => $"{Inputs(step.Subject)} · {Gloss(StepWords.Folds, StepWords.CallOf(step))}",
        ExplanationKind.Cohort => Gloss(StepWords.Cohorts, step.Subject),
        ExplanationKind.Term or ExplanationKind.Text => Term(step),
        ExplanationKind.Rounding => NoteOf(step),
        ExplanationKind.MissingEffect => _words.Of(StepWords.StandIn),
        ExplanationKind.Gate => _words.Of(StepWords.Veto, Gate(step.Subject)),
        ExplanationKind.Eligibility => Rule(step.Subject),
        ExplanationKind.Grade or ExplanationKind.Award => NoteOf(step),
        ExplanationKind.Occasion => $"{NoteOf(step)} · {step.Subject}",
        ExplanationKind.Record or ExplanationKind.NotSet => step.Subject,
    };

    public string ResultOf(Explanation step) => step switch
    {
        { Kind: ExplanationKind.Text } => step.Numbers.Trim('"'),
        { Result.IsNumber: false } => Marks.Of(step.Result.Reason.ToString(), _words),
        { Kind: ExplanationKind.Gate } => _words.Of(step.Result.Number != 0 ? ExplanationTexts.Yes : ExplanationTexts.No),
        { Kind: ExplanationKind.Eligibility or ExplanationKind.Grade } =>
            _words.Of(step.Result.Number != 0 ? ExplanationTexts.Met : ExplanationTexts.NotMet),
        { Kind: ExplanationKind.Rounding, Subject: "round" } => "",
        _ when StepWords.IsDate(step) => Figures.Date(DateOnly.FromDayNumber((int)step.Result.Number), _words.Language),
        _ => Figures.Step(step.Result.Number),
    };

    public string NoteOf(Explanation step) => _words.Language == Language.English ? step.Note.En : step.Note.Zh;

    /// <summary>A formula on one line; what is missing in it by the reader's word.</summary>
    public string LineOf(string formula) => StepFigures.Shortened(NotANumber().Replace(
        string.Join(' ', formula.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        found => Marks.Of(found.Groups["reason"].Value, _words)));

    /// <summary>The formula with its numbers and what it comes to; empty where it is one number, which is the result.</summary>
    public string NumbersOf(Explanation step)
    {
        var result = ResultOf(step);
        return OneNumber().IsMatch(step.Numbers) ? ""
            : $"{LineOf(step.Numbers)} {(result.StartsWith('≈') || result.Length == 0 ? "" : "= ")}{result}";
    }

    public string Gate(string id) =>
        _view.Rulebook.Gates.FirstOrDefault(gate => gate.Id == id) is { } gate ? Of(gate.Names) : id;

    public string Rule(string id) =>
        _view.Rulebook.Eligibility.FirstOrDefault(rule => rule.Id == id) is { } rule ? Of(rule.Names) : id;

    public string Indicator(string id) =>
        _view.Rulebook.Indicators.FirstOrDefault(indicator => indicator.Id == id) is { } indicator ? Of(indicator.Names) : id;

    private string Section(string id) =>
        _view.Rulebook.Sections.FirstOrDefault(section => section.Id == id) is { } section ? Of(section.Names) : id;

    // In Chinese the rulebook's own names of its inputs, in English those of the measures behind them.
    private string Inputs(string subject) => _words.Language == Language.English
        ? string.Join(", ", subject.Split(", ").Select(input =>
            _view.Measures.TryGetValue(input, out var measure) ? _words.Of(measure) : input))
        : subject;

    private string Term(Explanation step)
    {
        if (StepWords.WorkedOut.TryGetValue(step.Subject, out var figure))
        {
            return _words.Of(figure);
        }

        var call = StepWords.CallOf(step);
        return StepWords.Terms.TryGetValue(call, out var gloss)
            ? call == step.Subject ? _words.Of(gloss) : $"{Inputs(step.Subject)} · {_words.Of(gloss)}"
            : $"{step.Subject} · {_words.Of(StepWords.Constant)}";
    }

    private string Gloss(FrozenDictionary<string, Text> glosses, string function) =>
        glosses.TryGetValue(function, out var gloss) ? _words.Of(gloss) : function;

    private string Of(Scoring.Names names) => _words.Language == Language.English ? names.En : names.Zh;

    [GeneratedRegex(@"^[\s\d.()-]*$")]
    private static partial Regex OneNumber();

    [GeneratedRegex(@"n/a\((?<reason>\w+)\)")]
    private static partial Regex NotANumber();
}
