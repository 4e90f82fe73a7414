using System.CommandLine;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;

namespace Appliance.Cli.Commands;

/// <summary>Writes a recording as a WAV file.</summary>
public static class CallsRecordingCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("recording", "Writes a call's recording as a WAV file: caller left, agent right.")
        {
            new Argument<string>("ID") { Description = "The call's id, as 'calls list' gives it." },
            new Option<string>("--out") { Description = "WAV file to write; mode 0600, for it is no longer sealed.", HelpName = "FILE.wav", Required = true },
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            await using var recording = await store.Recordings.OpenReadAsync(run.Value<string>("ID"), CommandRun.Actor, cancellationToken);
            var path = run.Value<string>("--out");
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
            await using var file = new FileStream(path, options);
            await recording.CopyWavToAsync(file, cancellationToken);
            run.Screen.Line($"Wrote {path}: {recording.Duration.TotalSeconds:F1} s, caller left, agent right{(recording.IsComplete ? "" : "; the recording was cut off")}.");
            return CommandLine.Ok;
        }));
        return command;
    }
}
