using Appliance.Sip.Transactions;
using static Appliance.Sip.Transactions.TransactionInputKind;

namespace Appliance.Sip.Tests.Transactions;

/// <summary>RFC 3261 §17.1.2 and §17.2.2.</summary>
public sealed class NonInviteMachineTests
{
    private static MachineRun Client(bool reliable = false)
    {
        var run = new MachineRun(NonInviteClientMachine.Next, NonInviteClientMachine.Initial(reliable));
        Assert.Equal(reliable ? "SendRequest F=32" : "SendRequest E=0.5 F=32", run.Feed(Start));
        return run;
    }

    private static MachineRun Server(bool reliable = false)
    {
        var run = new MachineRun(NonInviteServerMachine.Next, NonInviteServerMachine.Initial(reliable));
        Assert.Equal("Deliver", run.Feed(Start));
        return run;
    }

    [Fact]
    public void TimerE_WhenTrying_DoublesUpToT2()
    {
        var run = Client();
        Assert.Equal("SendRequest E=1", run.Fire(TransactionTimer.E));
        Assert.Equal("SendRequest E=2", run.Fire(TransactionTimer.E));
        Assert.Equal("SendRequest E=4", run.Fire(TransactionTimer.E));
        Assert.Equal("SendRequest E=4", run.Fire(TransactionTimer.E));
    }

    [Fact]
    public void TimerE_WhenProceeding_RepeatsEachT2()
    {
        var run = Client();
        Assert.Equal("Deliver", run.Feed(Provisional));
        Assert.Equal("SendRequest E=4", run.Fire(TransactionTimer.E));
        Assert.Equal("Deliver", run.Feed(Provisional));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TimerF_WhenNoFinalResponse_ReportsTimeout(bool rung)
    {
        var run = Client();
        if (rung)
        {
            run.Feed(Provisional);
        }

        Assert.Equal("ReportTimeout Terminate", run.Fire(TransactionTimer.F));
    }

    [Theory]
    [InlineData(TransactionInputKind.Success)]
    [InlineData(TransactionInputKind.Failure)]
    public void Final_WhenUnreliable_AbsorbsForK(TransactionInputKind final)
    {
        var run = Client();
        Assert.Equal("-E -F K=5 Deliver", run.Feed(final));
        Assert.Equal("", run.Feed(final));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.K));
    }

    [Fact]
    public void Final_WhenReliable_EndsTheClient() => Assert.Equal("Deliver Terminate", Client(reliable: true).Feed(Success));

    [Fact]
    public void TransportFailed_WhenTrying_IsReportedAndEnds() => Assert.Equal("ReportTransportFailure Terminate", Client().Feed(TransportFailed));

    [Fact]
    public void RequestAgain_WhenServerIsTrying_IsDiscarded() => Assert.Equal("", Server().Feed(RequestAgain));

    [Fact]
    public void RequestAgain_WhenServerIsProceeding_RepeatsTheProvisional()
    {
        var run = Server();
        Assert.Equal("SendResponse", run.Feed(Provisional));
        Assert.Equal("SendResponse", run.Feed(RequestAgain));
    }

    [Fact]
    public void Final_WhenServerIsUnreliable_AnswersRepeatsForJ()
    {
        var run = Server();
        Assert.Equal("SendResponse J=32", run.Feed(Success));
        Assert.Equal("SendResponse", run.Feed(RequestAgain));
        Assert.Equal("", run.Feed(Failure));
        Assert.Equal("Terminate", run.Fire(TransactionTimer.J));
    }

    [Fact]
    public void Final_WhenServerIsReliable_Ends() => Assert.Equal("SendResponse Terminate", Server(reliable: true).Feed(Success));

    [Fact]
    public void TransportFailed_WhenServerIsCompleted_IsReportedAndEnds()
    {
        var run = Server();
        run.Feed(Success);
        Assert.Equal("ReportTransportFailure Terminate", run.Feed(TransportFailed));
    }
}
