using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Media.Codecs;
using Appliance.Media.Resampling;

namespace Appliance.Inference.Tests.Vad;

/// <summary>Speech as it comes out of a telephone line: 8 kHz, G.711, then 16 kHz again.</summary>
internal static class TelephoneSpeech
{
    /// <summary>With half a second of silence around it.</summary>
    public static async Task<float[]> SayAsync(string voice, string text)
    {
        var synthesizer = new EspeakSynthesizer();
        List<short> spoken = [.. new short[11_025]];
        await foreach (var chunk in synthesizer.SpeakAsync(text, new SpeechOptions { Voice = voice }, TestContext.Current.CancellationToken))
        {
            spoken.AddRange(chunk.Samples);
        }

        spoken.AddRange(new short[11_025]);
        var line = PolyphaseResampler.Convert(spoken.ToArray(), synthesizer.SampleRate, 8_000);
        var payload = new byte[line.Length];
        G711.Encode(RtpCodec.Pcmu, line, payload);
        G711.Decode(RtpCodec.Pcmu, payload, line);
        return [.. PolyphaseResampler.Convert(line, 8_000, 16_000).Select(sample => sample / 32768f)];
    }
}
