using System.CommandLine;
using Appliance.Cli.Calling;

namespace Appliance.Cli.Commands;

/// <summary>Places a call.</summary>
public static class CallCommand
{
    private static readonly Argument<string> Target = new("uri") { Description = "Whom to call, for example sip:reception@192.168.1.20." };
    private static readonly Option<string[]> Say = new("--say") { Description = "A line to say; several are said one after the other." };
    private static readonly Option<string?> Script = new("--script") { Description = "A JSON file with the lines and when to say them." };
    private static readonly Option<string?> WavIn = new("--wav-in") { Description = "A WAV file to play from the answer on." };
    private static readonly Option<string?> Wav = new("--wav") { Description = "Records the call into this WAV file: left the caller, right the agent." };
    private static readonly Option<string?> Report = new("--report") { Description = "Writes all that was said and measured into this JSON file." };
    private static readonly Option<string?> Voice = new("--voice") { Description = $"Voice of espeak-ng. Default: the script's, else {CallPreparation.DefaultVoice}." };
    private static readonly Option<double?> Speed = new("--speed") { Description = "Speed of the voice, 0.5 to 2. Default: the script's, else 1." };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "Longest talk, 1 to 3600 s.", DefaultValueFactory = _ => 180 };
    private static readonly Option<string?> Models = new("--models") { Description = "Folder of the model pack to listen with. Default: the mini pack." };
    private static readonly Option<string?> Name = new("--name") { Description = "Stands before each line shown, to tell several calls apart." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("call", "Places a SIP call, talks to whoever answers, shows what both say and measures how fast the answers come.")
        {
            Target, Say, Script, WavIn, Wav, Report, Voice, Speed, Seconds, Models, Name,
        };
        command.SetAction((parsed, stopped) => CallRun.RunAsync(
            new CallWishes
            {
                Target = parsed.GetRequiredValue(Target),
                Say = parsed.GetValue(Say) ?? [],
                Script = parsed.GetValue(Script),
                WavIn = parsed.GetValue(WavIn),
                Wav = parsed.GetValue(Wav),
                Report = parsed.GetValue(Report),
                Voice = parsed.GetValue(Voice),
                Speed = parsed.GetValue(Speed),
                Seconds = parsed.GetValue(Seconds),
                Models = parsed.GetValue(Models),
                Name = parsed.GetValue(Name),
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            stopped));
        return command;
    }
}
