namespace Appliance.Dialog;

/// <summary>How good a recognition must be.</summary>
public enum RecognitionKind
{
    /// <summary>Heard while the caller talks; may be dropped under load.</summary>
    Partial,

    /// <summary>The words the turn is decided on.</summary>
    Final,
}
