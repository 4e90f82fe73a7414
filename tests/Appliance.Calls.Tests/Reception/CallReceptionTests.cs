using Appliance.Calls.Reception;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tests.Engines;
using Appliance.Dialog;
using Appliance.Media.Rtp;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;

namespace Appliance.Calls.Tests.Reception;

/// <summary>Calls over real SIP and RTP on loopback, with the mini pack's engines.</summary>
public class CallReceptionTests(RealEngines engines)
{
    [Fact]
    public async Task Answer_WhenTheCallerHangsUpAfterTheGreeting_KeepsWhatWasSaidAndRecorded()
    {
        await using var clinic = await TestClinic.OpenAsync(engines);
        await using var caller = new TestCaller(engines);
        var outcome = await caller.CallAsync(clinic.Address);
        Assert.True(outcome.IsEstablished, $"{outcome.Status} {outcome.Reason}");

        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();
        var record = await clinic.Calls.First;

        Assert.Equal(CallOutcome.Abandoned, record.Outcome);
        Assert.Equal("5550009999", record.Identity.CallerNumber);
        Assert.StartsWith("Thank you for calling Maple Street Clinic.", Assert.Single(record.Transcript).Text, StringComparison.Ordinal);
        var seconds = (record.EndedAt - record.StartedAt).TotalSeconds;
        Assert.InRange(clinic.Calls.RecordedBytes[record.Identity.CallId] / 64_000.0, seconds - 0.5, seconds + 0.5);
        Assert.True(record.Media!.Inbound.Packets > 100);
    }

    [Fact]
    public async Task Answer_WhenTheCallerSpeaks_UnderstandsAndAnswersWithinTheTurnsTimes()
    {
        await using var clinic = await TestClinic.OpenAsync(engines);
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);

        await caller.SayAsync("I'd like to book an appointment with Doctor Patel on Tuesday.");
        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();
        var record = await clinic.Calls.First;

        Assert.Contains("Patel", record.Transcript[1].Text, StringComparison.OrdinalIgnoreCase);
        var latency = record.Turns[0].Latency;
        Assert.NotNull(latency);
        Assert.InRange(latency.Endpointing.TotalMilliseconds, 150, 1_500);
        Assert.InRange(latency.Recognition.TotalMilliseconds, 1, 2_000);
        Assert.Equal(latency.Total, latency.Endpointing + latency.Understanding + latency.Tool + latency.Synthesis + latency.Own);
    }

    [Fact]
    public async Task Answer_WhenZeroIsPressed_OffersACallbackSinceNobodyCanBePutThrough()
    {
        await using var clinic = await TestClinic.OpenAsync(engines);
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        await TestCaller.Until(() => caller.VoicedFrames > 20);

        caller.Rtp.SendDigit('0', TimeSpan.FromMilliseconds(120));
        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();
        var record = await clinic.Calls.First;

        Assert.Contains(record.Transcript, line => line.ByAgent && line.Text.Contains("call you back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_WhenNoCodecIsShared_Refuses488()
    {
        await using var clinic = await TestClinic.OpenAsync(engines);
        await using var caller = new TestCaller(engines);
        var offer = SessionDescription.Parse(
            $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {caller.Rtp.LocalRtp.Port} RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n");

        var outcome = await caller.CallAsync(clinic.Address, offer);

        Assert.Equal(488, outcome.Status);
        Assert.Equal(0, clinic.Reception.ActiveCalls);
    }

    [Fact]
    public async Task Answer_WhenEveryPlaceIsTaken_Refuses486()
    {
        await using var clinic = await TestClinic.OpenAsync(engines, options: new ReceptionOptions { MaxCalls = 1 });
        await using var first = new TestCaller(engines);
        await using var second = new TestCaller(engines);
        Assert.True((await first.CallAsync(clinic.Address)).IsEstablished);

        Assert.Equal(486, (await second.CallAsync(clinic.Address)).Status);
    }

    [Fact]
    public async Task Answer_WhenNoMediaPortIsFree_Refuses503()
    {
        var ports = new RtpPortRange(38_000, 38_001);
        await using var clinic = await TestClinic.OpenAsync(engines, options: new ReceptionOptions { MediaPorts = ports });
        await using var first = new TestCaller(engines);
        await using var second = new TestCaller(engines);
        Assert.True((await first.CallAsync(clinic.Address)).IsEstablished);

        Assert.Equal(503, (await second.CallAsync(clinic.Address)).Status);
    }

    [Fact]
    public async Task Answer_WhenTheCallersRtpStops_HangsUpAfterTheTimeout()
    {
        var session = new CallSessionOptions { MediaTimeout = TimeSpan.FromSeconds(2) };
        await using var clinic = await TestClinic.OpenAsync(engines, options: new ReceptionOptions { Session = session });
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        await TestCaller.Until(() => caller.VoicedFrames > 20);

        caller.PullTheCable();
        var end = await caller.Call!.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(SipCallEnd.Remote, end);
        Assert.Equal(CallOutcome.Abandoned, (await clinic.Calls.First).Outcome);
    }

    [Fact]
    public async Task Answer_WhenTheDiskIsFull_HoldsTheCallAllTheSame()
    {
        await using var clinic = await TestClinic.OpenAsync(engines, new KeptCalls(isDiskFull: true));
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();

        Assert.Single((await clinic.Calls.First).Transcript);
    }

    [Fact]
    public async Task Answer_WhenTheRecogniserIsLost_SaysSoAndOffersACallback()
    {
        await using var clinic = await TestClinic.OpenAsync(engines, change: services => services with { Recognizer = null });
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();

        var said = string.Join(' ', (await clinic.Calls.First).Transcript.Select(line => line.Text));
        Assert.Contains("I'm sorry, I can't do that right now.", said, StringComparison.Ordinal);
        Assert.Contains("call you back", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WhenTheDetectorBreaksDuringACall_SaysSoAndKeepsTheRecord()
    {
        await using var clinic = await TestClinic.OpenAsync(
            engines, change: services => services with { VoiceActivity = new BrokenDetector(services.VoiceActivity, windows: 30) });
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        await caller.HearEndAsync();
        await caller.Call!.ByeAsync();

        var record = await clinic.Calls.First;
        Assert.Contains(record.Transcript, line => line.Text.Contains("I'm sorry, I can't do that right now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_WhenTheCallIsPutOnHold_WaitsWithoutHangingUp()
    {
        var session = new CallSessionOptions { MediaTimeout = TimeSpan.FromSeconds(4) };
        await using var clinic = await TestClinic.OpenAsync(engines, options: new ReceptionOptions { Session = session });
        await using var caller = new TestCaller(engines);
        await caller.CallAsync(clinic.Address);
        var hold = SdpNegotiation.Offer(caller.Local with { Direction = MediaDirection.SendOnly, SessionVersion = 2 });

        // Hold music may come or not: with inactive nothing does.
        hold = SessionDescription.Parse(hold.ToString().Replace("a=sendonly", "a=inactive", StringComparison.Ordinal));
        var answer = await caller.Call!.ReofferAsync(hold);
        caller.PullTheCable();
        await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(200, answer.Status);
        Assert.Contains("a=inactive", answer.Answer!.ToString(), StringComparison.Ordinal);
        Assert.False(caller.Call.Ended.IsCompleted);
        await caller.Call.ByeAsync();
    }
}
