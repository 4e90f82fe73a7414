using Appliance.Clinic;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Peers;

/// <summary>baresip (https://github.com/baresip/baresip), headless, calls the appliance and speaks from a WAV.</summary>
public class BaresipTests
{
    [Fact]
    public async Task Serve_WhenBaresipCallsAndSpeaksFromAWav_UnderstandsIt()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await SpeechAsync(Path.Combine(appliance.Folder, "speech.wav"), "I'd like to book an appointment with Doctor Patel on Tuesday.");
        Configure(appliance.Folder);

        await using var baresip = ChildProcess.Start("baresip", "-f", appliance.Folder, "-t", "22", "-e", $"/dial {appliance.Uri}");
        await baresip.EndAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, await appliance.StopAsync());

        await using var store = appliance.OpenStore();
        var calls = await store.Calls.ListAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1), 10, Actor.System("test"), TestContext.Current.CancellationToken);
        Assert.True(calls.Count == 1, baresip.Output);
        var call = await store.Calls.LoadAsync(calls[0].Id, Actor.System("test"), TestContext.Current.CancellationToken);
        Assert.Contains(call!.Turns, turn => turn.Role is Store.Calls.TurnRole.Caller && turn.Text.Contains("Patel", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("PCMU", baresip.Output, StringComparison.OrdinalIgnoreCase);
    }

    // 9 s of silence first, so that the greeting is over; baresip plays the file in a loop.
    private static async Task SpeechAsync(string file, string text)
    {
        var spoken = file + ".spoken.wav";
        await using var espeak = ChildProcess.Start("espeak-ng", "-v", "en-us+m3", "-w", spoken, text);
        Assert.Equal(0, await espeak.EndAsync(TimeSpan.FromSeconds(20)));
        await using var source = File.OpenRead(spoken);
        var samples = Media.Resampling.PolyphaseResampler.Convert(Media.Wav.WavReader.ReadMono16k(source), 16_000, 8_000);
        await using var target = File.Create(file);
        using var wav = new Media.Wav.WavWriter(target, 8_000);
        wav.Write(new short[9 * 8_000]);
        wav.Write(samples);
        wav.Write(new short[12 * 8_000]);
    }

    private static void Configure(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "accounts"), "<sip:desk@127.0.0.1>;regint=0;audio_codecs=pcmu\n");
        File.WriteAllText(
            Path.Combine(folder, "config"),
            $"""
            module_path /usr/lib/baresip/modules
            module g711.so
            module aufile.so
            module_app account.so
            module_app menu.so
            sip_listen 127.0.0.1:0
            net_interface 127.0.0.1
            audio_source aufile,{folder}/speech.wav
            audio_player aufile,{folder}/heard.wav
            audio_alert aufile,{folder}/alert.wav

            """);
    }
}
