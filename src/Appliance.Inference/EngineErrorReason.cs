namespace Appliance.Inference;

/// <summary>Why an engine could not be started or did not answer.</summary>
public enum EngineErrorReason
{
    /// <summary>The engine itself reported a failure while it ran; the message carries its text.</summary>
    EngineFailed = 0,

    /// <summary>A native library is not installed; the message names the file and the command that installs it.</summary>
    MissingLibrary,

    /// <summary>A native library was found and is not the version that this build speaks to.</summary>
    WrongLibraryVersion,

    /// <summary>A model file does not exist.</summary>
    MissingModel,

    /// <summary>A model file exists and cannot be read as a model.</summary>
    DamagedModel,

    /// <summary>A model is sound and is not of a kind that this engine knows how to run.</summary>
    UnsupportedModel,

    /// <summary>More work waits than the engine accepts; the request was refused.</summary>
    Overloaded,

    /// <summary>The engine was stopped while the request waited.</summary>
    Stopped,

    /// <summary>The request itself cannot be served: a broken grammar, a prompt beyond the context, an unknown voice.</summary>
    InvalidInput,
}
