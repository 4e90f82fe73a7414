using System.Numerics;
using System.Numerics.Tensors;

namespace Appliance.Inference.Stt.Features;

/// <summary>
/// Whisper's front end: 25 ms periodic Hann windows every 10 ms, centred with reflection, power spectrum, mel filters,
/// log10 clamped to 1e−10 and to 8 below the loudest, then (x + 4) / 4; the last frame is dropped. Not thread-safe.
/// See https://github.com/openai/whisper/blob/main/whisper/audio.py.
/// </summary>
internal sealed class LogMelSpectrogram
{
    /// <summary>Samples from one frame to the next (10 ms).</summary>
    public const int Hop = 160;

    private const int Window = 400;
    private const float Floor = 1e-10f;

    private static readonly int Lanes = Vector<float>.Count;
    private static readonly float[] Hann = MakeHann();
    private static readonly (float Cos, float Sin)[] Twiddles = MakeTwiddles();

    private readonly MelFilterBank _filters;
    private readonly LaneFourier _fourier = new();
    private readonly float[] _gathered = new float[Window * Vector<float>.Count];
    private readonly Vector<float>[] _re = new Vector<float>[LaneFourier.Length];
    private readonly Vector<float>[] _im = new Vector<float>[LaneFourier.Length];
    private readonly Vector<float>[] _power = new Vector<float>[MelFilterBank.Bins];
    private readonly float[] _row = new float[Vector<float>.Count];

    public LogMelSpectrogram(int mels) => _filters = new MelFilterBank(mels);

    /// <summary>
    /// Writes the features of <paramref name="samples"/> followed by zeros.
    /// </summary>
    /// <param name="samples">Mono 16 kHz, at most 160 per frame.</param>
    /// <param name="frames">Number of frames that the padded sound has.</param>
    /// <param name="features">Row-major [mels, frames].</param>
    public void Write(ReadOnlySpan<float> samples, int frames, Span<float> features)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, frames * Hop);
        ArgumentOutOfRangeException.ThrowIfNotEqual(features.Length, _filters.Count * frames);

        // A frame that sees only padding has no energy: its features are the floor.
        var heard = Math.Min(frames, (samples.Length + (Window / 2) + Hop - 1) / Hop);
        features.Clear();
        for (var frame = 0; frame < heard; frame += Lanes)
        {
            var count = Math.Min(Lanes, heard - frame);
            Gather(samples, frames * Hop, frame, count);
            Transform();
            for (var mel = 0; mel < _filters.Count; mel++)
            {
                _filters.Apply(mel, _power).CopyTo(_row);
                _row.AsSpan(0, count).CopyTo(features[((mel * frames) + frame)..]);
            }
        }

        TensorPrimitives.Max(features, Floor, features);
        TensorPrimitives.Log10(features, features);
        TensorPrimitives.Max(features, TensorPrimitives.Max<float>(features) - 8, features);
        TensorPrimitives.Add(features, 4, features);
        TensorPrimitives.Divide(features, 4, features);
    }

    private void Gather(ReadOnlySpan<float> samples, int length, int frame, int count)
    {
        Array.Clear(_gathered);
        for (var lane = 0; lane < count; lane++)
        {
            var start = ((frame + lane) * Hop) - (Window / 2);
            for (var n = 0; n < Window; n++)
            {
                var at = Reflect(start + n, length);
                if (at < samples.Length)
                {
                    _gathered[(n * Lanes) + lane] = samples[at] * Hann[n];
                }
            }
        }
    }

    /// <summary>A real transform of 400 points as a complex one of 200: even samples real, odd ones imaginary.</summary>
    private void Transform()
    {
        for (var n = 0; n < LaneFourier.Length; n++)
        {
            _re[n] = new Vector<float>(_gathered, 2 * n * Lanes);
            _im[n] = new Vector<float>(_gathered, ((2 * n) + 1) * Lanes);
        }

        _fourier.Transform(_re, _im);
        for (var k = 0; k < MelFilterBank.Bins; k++)
        {
            var (a, b) = (k % LaneFourier.Length, (LaneFourier.Length - k) % LaneFourier.Length);
            var (evenRe, evenIm) = (_re[a] + _re[b], _im[a] - _im[b]);
            var (oddRe, oddIm) = (_im[a] + _im[b], _re[b] - _re[a]);
            var (cos, sin) = Twiddles[k];
            var re = evenRe + (oddRe * cos) - (oddIm * sin);
            var im = evenIm + (oddRe * sin) + (oddIm * cos);
            _power[k] = ((re * re) + (im * im)) * 0.25f;
        }
    }

    private static int Reflect(int at, int length) => at < 0 ? -at : at < length ? at : (2 * (length - 1)) - at;

    private static float[] MakeHann() =>
        [.. Enumerable.Range(0, Window).Select(n => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * n / Window))))];

    private static (float Cos, float Sin)[] MakeTwiddles() =>
        [.. Enumerable.Range(0, MelFilterBank.Bins).Select(k =>
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * k / Window);
            return ((float)cos, (float)sin);
        })];
}
