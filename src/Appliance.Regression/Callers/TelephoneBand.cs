using Appliance.Media;
using Appliance.Media.Codecs;
using Appliance.Media.Resampling;

namespace Appliance.Regression.Callers;

/// <summary>What a telephone line makes of sound: 8 kHz, G.711 µ-law, and back to 16 kHz. One direction of one call.</summary>
internal sealed class TelephoneBand
{
    private readonly PolyphaseResampler _down = new(AudioFormat.SampleRate, AudioFormat.LineSampleRate);
    private readonly PolyphaseResampler _up = new(AudioFormat.LineSampleRate, AudioFormat.SampleRate);
    private readonly short[] _line = new short[AudioFormat.LineFrameSamples];
    private readonly byte[] _payload = new byte[AudioFormat.LineFrameSamples];

    /// <summary>Passes a frame of 320 samples through the line, in place.</summary>
    public void Pass(Span<short> frame)
    {
        _down.Process(frame, _line);
        G711.Encode(RtpCodec.Pcmu, _line, _payload);
        G711.Decode(RtpCodec.Pcmu, _payload, _line);
        _up.Process(_line, frame);
    }
}
