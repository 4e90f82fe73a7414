namespace Appliance.Dialog.Actions;

/// <summary>Why a caller is put through to a person.</summary>
public enum TransferReason
{
    /// <summary>The caller asked for a person or pressed 0.</summary>
    CallerAsked,

    /// <summary>An emergency symptom was named.</summary>
    Emergency,

    /// <summary>The caller does not want to be recorded.</summary>
    RecordingRefused,

    /// <summary>The retry ladder ended.</summary>
    NotUnderstood,

    /// <summary>A tool failed.</summary>
    ToolFailed,

    /// <summary>An engine failed.</summary>
    EngineFailed,

    /// <summary>The call reached its longest duration.</summary>
    CallTooLong,
}
