namespace Appliance.Inference;

/// <summary>Why an engine could not be started or stopped working; each value has one mend.</summary>
public enum EngineErrorReason
{
    /// <summary>A native library is not where it was looked for; run the set-up.</summary>
    MissingLibrary,

    /// <summary>A native library answered with another version or struct layout than the binding was written for.</summary>
    LibraryVersion,

    /// <summary>The model file does not exist or may not be read.</summary>
    ModelMissing,

    /// <summary>The model file exists but is truncated, altered or not of its format.</summary>
    ModelDamaged,

    /// <summary>The model is whole but has inputs, outputs or parameters that this engine does not know.</summary>
    ModelUnsupported,

    /// <summary>The caller asked for something the engine cannot do: a broken grammar, a prompt beyond the context, an unknown voice.</summary>
    InvalidInput,

    /// <summary>The native engine returned an error code while running.</summary>
    EngineFailed,

    /// <summary>The engine was disposed while the request waited.</summary>
    Stopped,
}
