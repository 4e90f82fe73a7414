namespace Appliance.Host.Failures;

/// <summary>An expected failure. Its message says for people what is wrong and what to do, and holds no personal data.</summary>
/// <param name="reason">What code can act on.</param>
/// <param name="message">What is wrong, and the mend.</param>
/// <param name="innerException">The cause, where there is one.</param>
public sealed class ApplianceException(ApplianceErrorReason reason, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What code can act on.</summary>
    public ApplianceErrorReason Reason { get; } = reason;
}
