namespace Appliance.Media.Dtmf;

/// <summary>A key that was pressed at the other end.</summary>
/// <param name="Digit">0 to 9, *, #, A to D.</param>
/// <param name="Duration">How long it was held, as far as heard.</param>
/// <param name="VolumeBelowFullScale">Power below 0 dBm0 in dB, 0 to 63.</param>
/// <param name="EndHeard">False when the end was lost and a timeout or the next key closed it.</param>
public readonly record struct DtmfDigit(char Digit, TimeSpan Duration, byte VolumeBelowFullScale, bool EndHeard);
