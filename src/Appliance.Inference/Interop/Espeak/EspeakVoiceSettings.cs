namespace Appliance.Inference.Interop.Espeak;

/// <summary>What espeak-ng is told before it speaks.</summary>
/// <param name="Voice">Voice name with optional variant, for example <c>en-us</c> or <c>en-gb-x-rp+f3</c>.</param>
/// <param name="WordsPerMinute">80 to 450; the library's normal is 175.</param>
/// <param name="Pitch">0 to 99; the library's normal is 50.</param>
internal readonly record struct EspeakVoiceSettings(string Voice, int WordsPerMinute, int Pitch);
