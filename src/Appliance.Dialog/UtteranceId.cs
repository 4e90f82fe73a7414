namespace Appliance.Dialog;

/// <summary>One stretch of caller speech, from its first onset to the turn's end. Counts up from 1 within a call.</summary>
public readonly record struct UtteranceId(int Value);
