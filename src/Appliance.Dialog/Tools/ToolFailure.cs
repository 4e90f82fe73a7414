namespace Appliance.Dialog.Tools;

/// <summary>Why a tool did not run.</summary>
public enum ToolFailure
{
    /// <summary>The store is not usable.</summary>
    Unavailable,

    /// <summary>No answer within the tool's time.</summary>
    Late,

    /// <summary>The role has no right to it.</summary>
    NotAllowed,
}
