namespace Appliance.Dialog;

/// <summary>One thing the agent says. Counts up from 1 within a call.</summary>
public readonly record struct SpeechId(int Value);
