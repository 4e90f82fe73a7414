using Appliance.Cli.Calling.Listening;
using Appliance.Media;
using Appliance.Media.Codecs;
using Appliance.Media.Resampling;

namespace Appliance.Cli.Calling.Speaking;

/// <summary>Speech that is ready to be sent, with the frames between which its voice lies.</summary>
public sealed class RenderedLine
{
    private readonly short[] _samples;

    /// <summary>Cuts sound (16 kHz mono) into frames; the last one is filled up with silence.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="samples">The sound.</param>
    public RenderedLine(string text, ReadOnlySpan<short> samples)
    {
        Text = text;
        Frames = (samples.Length + AudioFormat.FrameSamples - 1) / AudioFormat.FrameSamples;
        _samples = new short[Frames * AudioFormat.FrameSamples];
        samples.CopyTo(_samples);
        Voiced = VoicedOnTheLine();
    }

    /// <summary>What is said.</summary>
    public string Text { get; }

    /// <summary>Frames of 20 ms.</summary>
    public int Frames { get; }

    /// <summary>Indexes of the frames whose packets will carry voice, in order; empty for silence.</summary>
    public IReadOnlyList<int> Voiced { get; }

    /// <summary>One frame of 320 samples.</summary>
    public ReadOnlySpan<short> Frame(int index) => _samples.AsSpan(index * AudioFormat.FrameSamples, AudioFormat.FrameSamples);

    // As the packets will be: without what the telephone band cuts off, such as the hiss of an s.
    private List<int> VoicedOnTheLine()
    {
        var resampler = new PolyphaseResampler(AudioFormat.SampleRate, AudioFormat.LineSampleRate);
        var line = new short[AudioFormat.LineFrameSamples];
        var payload = new byte[AudioFormat.LineFrameSamples];
        var voiced = new List<int>();
        for (var i = 0; i < Frames; i++)
        {
            resampler.Process(Frame(i), line);
            G711.Encode(RtpCodec.Pcmu, line, payload);
            if (FrameLevel.IsVoiced(RtpCodec.Pcmu, payload))
            {
                voiced.Add(i);
            }
        }

        return voiced;
    }
}
