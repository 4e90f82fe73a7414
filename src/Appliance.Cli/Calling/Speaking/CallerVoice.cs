using Appliance.Inference.Tts;
using Appliance.Media;
using Appliance.Media.Resampling;
using Appliance.Media.Wav;

namespace Appliance.Cli.Calling.Speaking;

/// <summary>Makes the caller's sound before the call, so that nothing is computed while the agent is measured.</summary>
public static class CallerVoice
{
    /// <summary>Speaks each line once.</summary>
    /// <exception cref="Inference.EngineException">InvalidInput when the synthesiser has no such voice.</exception>
    public static async Task<IReadOnlyList<RenderedLine>> RenderAsync(
        ISpeechSynthesizer synthesizer, IEnumerable<string> lines, SpeechOptions options, CancellationToken cancellationToken)
    {
        var rendered = new List<RenderedLine>();
        foreach (var line in lines)
        {
            var samples = new List<short>();
            await foreach (var chunk in synthesizer.SpeakAsync(line, options, cancellationToken))
            {
                samples.AddRange(chunk.Samples);
            }

            rendered.Add(new RenderedLine(line, PolyphaseResampler.Convert(samples.ToArray(), synthesizer.SampleRate, AudioFormat.SampleRate)));
        }

        return rendered;
    }

    /// <summary>Takes a recording; two channels are mixed.</summary>
    /// <exception cref="MediaException">It is no WAV file that can be read.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static RenderedLine Load(string path)
    {
        using var file = File.OpenRead(path);
        return new RenderedLine(Path.GetFileName(path), WavReader.ReadMono16k(file));
    }
}
