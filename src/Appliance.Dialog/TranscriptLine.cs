namespace Appliance.Dialog;

/// <summary>One line of what was said in a call.</summary>
/// <param name="At">When it began (caller) or was decided (agent).</param>
/// <param name="ByAgent">Agent or caller.</param>
/// <param name="Text">Exactly the words said; for an interrupted agent, the words that were heard.</param>
/// <param name="Speech">Id of the agent's speech.</param>
/// <param name="Cut">Whether the agent was interrupted in it.</param>
public sealed record TranscriptLine(TimeSpan At, bool ByAgent, string Text, SpeechId? Speech = null, bool Cut = false);
