namespace Appliance.Dialog.Understanding;

/// <summary>One word of what a caller said.</summary>
/// <param name="Text">Lower case, without punctuation around it; "2:30", "555-123-4567", "s-m-i-t-h" stay whole.</param>
/// <param name="Raw">As written, without punctuation around it.</param>
/// <param name="EndsClause">Whether a comma, period or question mark follows.</param>
public readonly record struct Word(string Text, string Raw, bool EndsClause);
