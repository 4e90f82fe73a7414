namespace Appliance.Dialog.Inputs;

/// <summary>Verdict of the voice detector on one window of 512 samples at 16 kHz (32 ms).</summary>
/// <param name="At">End of the window, on the caller's audio clock.</param>
/// <param name="Probability">Probability of speech, 0 to 1.</param>
public sealed record VoiceWindow(TimeSpan At, float Probability) : DialogInput(At);
