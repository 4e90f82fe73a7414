namespace Appliance.Dialog.Tests.Driving;

/// <summary>One word or noise of the caller on the audio clock; noises have no text, traces are sounds too weak for voice.</summary>
internal sealed record CallerSound(TimeSpan From, TimeSpan To, string Text, bool Voiced = true);
