namespace Appliance.Inference;

/// <summary>A lost or unusable engine: library, model or the engine's own failure. <see cref="Reason"/> says which.</summary>
public sealed class EngineException : Exception
{
    public EngineException(EngineErrorReason reason, string message)
        : base(message) => Reason = reason;

    public EngineException(EngineErrorReason reason, string message, Exception? innerException)
        : base(message, innerException) => Reason = reason;

    /// <summary>What went wrong, for code that decides how to go on (degrade, refuse, stop).</summary>
    public EngineErrorReason Reason { get; }
}
