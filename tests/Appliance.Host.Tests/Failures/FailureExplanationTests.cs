using Appliance.Host.Failures;
using Appliance.Inference;
using Appliance.Sip;
using Appliance.Store;

namespace Appliance.Host.Tests.Failures;

public sealed class FailureExplanationTests
{
    [Theory]
    [InlineData(StoreErrorReason.WrongKey, ApplianceErrorReason.WrongKey)]
    [InlineData(StoreErrorReason.Damaged, ApplianceErrorReason.StoreDamaged)]
    [InlineData(StoreErrorReason.AuditBroken, ApplianceErrorReason.StoreDamaged)]
    [InlineData(StoreErrorReason.DiskFull, ApplianceErrorReason.DiskFull)]
    [InlineData(StoreErrorReason.MissingLibrary, ApplianceErrorReason.MissingLibrary)]
    [InlineData(StoreErrorReason.KeyFileTooOpen, ApplianceErrorReason.KeyFile)]
    public void Of_WhenTheStoreFails_KeepsTheTextAndGivesTheReason(StoreErrorReason store, ApplianceErrorReason expected)
    {
        var explained = FailureExplanation.Of(new StoreException(store, "What happened."));
        Assert.Equal(expected, explained!.Reason);
        Assert.StartsWith("What happened.", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhenTheStoreGainsAReason_StillExplainsAll() => Assert.All(
        Enum.GetValues<StoreErrorReason>(), reason => Assert.NotNull(FailureExplanation.Of(new StoreException(reason, "x"))));

    [Theory]
    [InlineData(EngineErrorReason.MissingLibrary, ApplianceErrorReason.MissingLibrary)]
    [InlineData(EngineErrorReason.DamagedModel, ApplianceErrorReason.DamagedModel)]
    [InlineData(EngineErrorReason.MissingModel, ApplianceErrorReason.MissingModel)]
    [InlineData(EngineErrorReason.Stopped, ApplianceErrorReason.EngineFailed)]
    public void Of_WhenAnEngineFails_GivesTheReason(EngineErrorReason engine, ApplianceErrorReason expected) =>
        Assert.Equal(expected, FailureExplanation.Of(new EngineException(engine, "x"))!.Reason);

    [Fact]
    public void Of_WhenAPortIsTaken_GivesTheReason() =>
        Assert.Equal(ApplianceErrorReason.PortInUse, FailureExplanation.Of(new SipException(SipErrorReason.PortInUse, "x"))!.Reason);

    [Fact]
    public void Of_WhenItIsABug_ExplainsNothing()
    {
        Assert.Null(FailureExplanation.Of(new InvalidOperationException("x")));
        Assert.Null(FailureExplanation.Of(new SipException(SipErrorReason.MissingHeader, "x")));
    }
}
