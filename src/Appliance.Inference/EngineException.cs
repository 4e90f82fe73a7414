namespace Appliance.Inference;

/// <summary>
/// An engine is lost or was misused. The message names file and stage, and for a missing piece the command that mends it;
/// it never carries a prompt, a transcript or spoken text.
/// </summary>
public sealed class EngineException : Exception
{
    public EngineException(EngineErrorReason reason, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
    }

    public EngineErrorReason Reason { get; }
}
