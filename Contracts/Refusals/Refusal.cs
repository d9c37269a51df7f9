using Ganchao.Contracts.Entries;

namespace Ganchao.Contracts.Refusals;

/// <summary>
/// Why something was not taken. Nothing of the list that holds it was stored.
/// </summary>
/// <param name="Rule">The broken rule's stable name, such as <c>too-many-decimals</c>.</param>
/// <param name="Field">The field in question, such as <c>entries[3].value</c>.</param>
/// <param name="Message">Who, what, which rule, what to do; in English.</param>
public sealed record Refusal(string Rule, string Field, string Message);

/// <summary>Taken, but worth a second look: a value outside the usual range, for example.</summary>
/// <param name="Rule">The rule's stable name.</param>
/// <param name="Field">The field in question.</param>
/// <param name="Message">What is unusual, in English.</param>
/// <param name="Mark">The same in figures.</param>
public sealed record Warning(string Rule, string Field, string Message, UnusualMark? Mark = null);
