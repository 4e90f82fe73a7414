namespace Appliance.Media.Wav;

/// <summary>Sample encodings that the reader understands (WAVE format tags 1, 3, 6, 7 and extensible 0xFFFE).</summary>
public enum WavEncoding
{
    /// <summary>Signed 16-bit integers.</summary>
    Pcm16,

    /// <summary>32-bit IEEE floats, full scale ±1.</summary>
    Float32,

    /// <summary>G.711 A-law bytes.</summary>
    ALaw,

    /// <summary>G.711 µ-law bytes.</summary>
    MuLaw,
}

/// <summary>What a WAV file holds: encoding, rate in Hz, 1 or 2 channels.</summary>
public sealed record WavFormat(WavEncoding Encoding, int SampleRate, int Channels)
{
    /// <summary>Bytes of one sample of one channel.</summary>
    public int BytesPerSample => Encoding switch
    {
        WavEncoding.Pcm16 => 2,
        WavEncoding.Float32 => 4,
        _ => 1,
    };

    /// <summary>Bytes of one sample of all channels.</summary>
    public int BlockAlign => BytesPerSample * Channels;
}

/// <summary>Why a WAV file cannot be read.</summary>
public enum WavProblem
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It does not begin with RIFF…WAVE.</summary>
    NotWav,

    /// <summary>It ends before its samples begin, or has no fmt or data chunk.</summary>
    Truncated,

    /// <summary>An encoding other than those of <see cref="WavEncoding"/>.</summary>
    UnsupportedEncoding,

    /// <summary>Not one or two channels.</summary>
    UnsupportedChannels,

    /// <summary>A sample rate outside 1 to 192 kHz.</summary>
    UnsupportedRate,
}
