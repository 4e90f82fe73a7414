using Appliance.Cli.Calling.Scripts;
using Appliance.Cli.Calling.Speaking;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Media;
using Appliance.Sip.Messages;

namespace Appliance.Cli.Calling;

/// <summary>Turns wishes into a call that can be placed: reads the files and renders every line.</summary>
public static class CallPreparation
{
    /// <summary>Voice where neither the command line nor the script names one.</summary>
    public const string DefaultVoice = "en-us+m3";

    private const int MostSeconds = 3600;

    /// <summary>The request, or all that is wrong with the wishes.</summary>
    /// <exception cref="Inference.EngineException">The synthesiser is missing, or has no such voice.</exception>
    /// <exception cref="MediaException">The recording is no WAV file.</exception>
    /// <exception cref="IOException">The recording cannot be opened.</exception>
    public static async Task<(CallRequest? Request, IReadOnlyList<string> Problems)> PrepareAsync(CallWishes wishes, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (!SipUri.TryParse(wishes.Target, out var target) || target.Scheme is not "sip")
        {
            problems.Add($"{wishes.Target} is no SIP URI such as sip:reception@192.168.1.20.");
        }

        var script = ScriptOf(wishes, problems);
        AddLimits(wishes, problems);
        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var speech = new SpeechOptions { Voice = wishes.Voice ?? script.Voice ?? DefaultVoice, Rate = wishes.Speed ?? script.Speed ?? 1 };
        var lines = await CallerVoice.RenderAsync(new EspeakSynthesizer(), script.Lines.Select(l => l.Say), speech, cancellationToken);
        var request = new CallRequest
        {
            Target = target!,
            Script = script,
            Lines = lines,
            Recorded = wishes.WavIn is { } wav ? CallerVoice.Load(wav) : null,
            RecordTo = wishes.Wav,
            TalkLimit = TimeSpan.FromSeconds(wishes.Seconds),
        };
        return (request, []);
    }

    private static CallerScript ScriptOf(CallWishes wishes, List<string> problems)
    {
        if (new[] { wishes.Say.Count > 0, wishes.Script is not null, wishes.WavIn is not null }.Count(given => given) > 1)
        {
            problems.Add("--say, --script and --wav-in exclude each other.");
        }

        if (wishes.Script is not { } path)
        {
            return CallerScript.Of(wishes.Name ?? "caller", wishes.Say);
        }

        var reading = CallerScriptReader.ReadFile(path);
        problems.AddRange(reading.Problems.Select(p => $"{path}: {p}"));
        return reading.Script is null ? CallerScript.Of("caller", []) : reading.Script with { Name = wishes.Name ?? reading.Script.Name };
    }

    private static void AddLimits(CallWishes wishes, List<string> problems)
    {
        if (wishes.Seconds is < 1 or > MostSeconds)
        {
            problems.Add($"--seconds is {wishes.Seconds}; it must lie between 1 and {MostSeconds}.");
        }

        if (wishes.Speed is < 0.5 or > 2)
        {
            problems.Add($"--speed is {wishes.Speed}; it must lie between 0.5 and 2.");
        }

        foreach (var file in new[] { wishes.Wav, wishes.Report }.OfType<string>())
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            {
                problems.Add($"{file} cannot be written: the folder {folder} does not exist.");
            }
        }
    }
}
