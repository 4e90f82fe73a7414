using Appliance.Sip.Transactions;
using static Appliance.Sip.Transactions.TransactionInputKind;

namespace Appliance.Sip.Tests.Transactions;

/// <summary>RFC 3261 §17.1.1 and RFC 6026 §8.4.</summary>
public sealed class InviteClientMachineTests
{
    private static MachineRun Run(bool reliable) => new(InviteClientMachine.Next, InviteClientMachine.Initial(reliable));

    private static MachineRun Started(bool reliable = false)
    {
        var run = Run(reliable);
        run.Feed(Start);
        return run;
    }

    [Fact]
    public void Start_WhenUnreliable_SendsAndArmsAAndB() => Assert.Equal("SendRequest A=0.5 B=32", Run(reliable: false).Feed(Start));

    [Fact]
    public void Start_WhenReliable_ArmsOnlyB() => Assert.Equal("SendRequest B=32", Run(reliable: true).Feed(Start));

    [Fact]
    public void TimerA_WhenItFiresAgainAndAgain_DoublesWithoutLimit()
    {
        var run = Started();
        Assert.Equal("SendRequest A=1", run.Fire(TransactionTimer.A));
        Assert.Equal("SendRequest A=2", run.Fire(TransactionTimer.A));
        Assert.Equal("SendRequest A=4", run.Fire(TransactionTimer.A));
        Assert.Equal("SendRequest A=8", run.Fire(TransactionTimer.A));
        Assert.Equal("SendRequest A=16", run.Fire(TransactionTimer.A));
    }

    [Fact]
    public void TimerB_WhenCalling_ReportsTimeoutAndEnds()
    {
        var run = Started();
        Assert.Equal("ReportTimeout Terminate", run.Fire(TransactionTimer.B));
        Assert.Equal(TransactionPhase.Terminated, run.Phase);
    }

    [Fact]
    public void Provisional_WhenCalling_StopsRetransmission()
    {
        var run = Started();
        Assert.Equal("-A -B Deliver", run.Feed(Provisional));
        Assert.Equal(TransactionPhase.Proceeding, run.Phase);
        Assert.Equal("", run.Fire(TransactionTimer.A));
        Assert.Equal("Deliver", run.Feed(Provisional));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Success_WhenCallingOrProceeding_MovesToAcceptedWithM(bool rung)
    {
        var run = Started();
        if (rung)
        {
            run.Feed(Provisional);
        }

        Assert.Equal("-A -B M=32 Deliver", run.Feed(Success));
        Assert.Equal(TransactionPhase.Accepted, run.Phase);
    }

    [Fact]
    public void Success_WhenAccepted_IsDeliveredAgainUntilM()
    {
        var run = Started(reliable: true);
        run.Feed(Success);
        Assert.Equal("Deliver", run.Feed(Success));
        Assert.Equal("", run.Feed(Failure));
        Assert.Equal("", run.Feed(Provisional));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.M));
    }

    [Fact]
    public void Failure_WhenUnreliable_AcknowledgesAndAbsorbsForD()
    {
        var run = Started();
        Assert.Equal("-A -B SendAck D=32 Deliver", run.Feed(Failure));
        Assert.Equal("SendAck", run.Feed(Failure));
        Assert.Equal("", run.Feed(Success));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.D));
    }

    [Fact]
    public void Failure_WhenReliable_AcknowledgesAndEnds()
    {
        var run = Started(reliable: true);
        Assert.Equal("SendAck Deliver Terminate", run.Feed(Failure));
    }

    [Fact]
    public void CancelSent_WhenProceeding_LimitsTheWaitTo64T1()
    {
        var run = Started();
        run.Feed(Provisional);
        Assert.Equal("B=32", run.Feed(CancelSent));
        Assert.Equal("ReportTimeout Terminate", run.Fire(TransactionTimer.B));
    }

    [Fact]
    public void TransportFailed_WhenCalling_IsReportedAndEnds() => Assert.Equal("ReportTransportFailure Terminate", Started().Feed(TransportFailed));

    [Fact]
    public void TransportFailed_WhenAckCannotBeSent_IsReportedAndEnds()
    {
        var run = Started();
        run.Feed(Failure);
        Assert.Equal("ReportTransportFailure Terminate", run.Feed(TransportFailed));
    }
}
