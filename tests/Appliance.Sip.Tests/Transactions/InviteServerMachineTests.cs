using Appliance.Sip.Transactions;
using static Appliance.Sip.Transactions.TransactionInputKind;

namespace Appliance.Sip.Tests.Transactions;

/// <summary>RFC 3261 §17.2.1 and RFC 6026 §8.5.</summary>
public sealed class InviteServerMachineTests
{
    private static MachineRun Started(bool reliable = false)
    {
        var run = new MachineRun(InviteServerMachine.Next, InviteServerMachine.Initial(reliable));
        Assert.Equal("Silence=0.2 Deliver", run.Feed(Start));
        return run;
    }

    [Fact]
    public void Silence_WhenUserSaysNothing_Sends100() => Assert.Equal("SendTrying", Started().Fire(TransactionTimer.Silence));

    [Fact]
    public void RequestAgain_WhenNothingWasSent_Sends100AtOnceAndRepeatsIt()
    {
        var run = Started();
        Assert.Equal("-Silence SendTrying", run.Feed(RequestAgain));
        Assert.Equal("SendResponse", run.Feed(RequestAgain));
    }

    [Fact]
    public void RequestAgain_WhenRinging_RepeatsTheLastProvisional()
    {
        var run = Started();
        Assert.Equal("-Silence SendResponse", run.Feed(Provisional));
        Assert.Equal("SendResponse", run.Feed(RequestAgain));
    }

    [Fact]
    public void Success_WhenProceeding_MovesToAcceptedWithL()
    {
        var run = Started();
        Assert.Equal("-Silence SendResponse L=32", run.Feed(Success));
        Assert.Equal(TransactionPhase.Accepted, run.Phase);
    }

    [Fact]
    public void Accepted_WhenMessagesComeAgain_AbsorbsInvitesAndDeliversAcks()
    {
        var run = Started();
        run.Feed(Success);
        Assert.Equal("", run.Feed(RequestAgain));
        Assert.Equal("SendResponse", run.Feed(Success));
        Assert.Equal("Deliver", run.Feed(Ack));
        Assert.Equal("ReportTransportFailure", run.Feed(TransportFailed));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.L));
    }

    [Fact]
    public void Failure_WhenUnreliable_ArmsGAndHAndDoublesGUpToT2()
    {
        var run = Started();
        Assert.Equal("-Silence SendResponse G=0.5 H=32", run.Feed(Failure));
        Assert.Equal("SendResponse G=1", run.Fire(TransactionTimer.G));
        Assert.Equal("SendResponse G=2", run.Fire(TransactionTimer.G));
        Assert.Equal("SendResponse G=4", run.Fire(TransactionTimer.G));
        Assert.Equal("SendResponse G=4", run.Fire(TransactionTimer.G));
        Assert.Equal("SendResponse", run.Feed(RequestAgain));
    }

    [Fact]
    public void Failure_WhenReliable_ArmsOnlyH() => Assert.Equal("-Silence SendResponse H=32", Started(reliable: true).Feed(Failure));

    [Fact]
    public void TimerH_WhenNoAckComes_ReportsTimeoutAndEnds()
    {
        var run = Started();
        run.Feed(Failure);
        Assert.Equal("ReportTimeout Terminate", run.Fire(TransactionTimer.H));
    }

    [Fact]
    public void Ack_WhenUnreliable_AbsorbsMoreAcksForI()
    {
        var run = Started();
        run.Feed(Failure);
        Assert.Equal("-G -H I=5", run.Feed(Ack));
        Assert.Equal("", run.Feed(Ack));
        Assert.Equal("", run.Fire(TransactionTimer.G));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.I));
    }

    [Fact]
    public void Ack_WhenReliable_EndsAtOnce()
    {
        var run = Started(reliable: true);
        run.Feed(Failure);
        Assert.Equal("Terminate", run.Feed(Ack));
    }

    [Fact]
    public void TransportFailed_WhenCompleted_IsReportedAndEnds()
    {
        var run = Started();
        run.Feed(Failure);
        Assert.Equal("ReportTransportFailure Terminate", run.Feed(TransportFailed));
    }
}
