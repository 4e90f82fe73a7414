namespace Appliance.Dialog.Understanding;

/// <summary>Things people say that carry no data.</summary>
[Flags]
public enum Manner
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>"Thank you".</summary>
    Thanks = 1,

    /// <summary>"Goodbye".</summary>
    Goodbye = 2,

    /// <summary>"Could you say that again?"</summary>
    Repeat = 4,

    /// <summary>"Hold on", "let me ask my wife".</summary>
    HoldOn = 8,

    /// <summary>"Hello?"</summary>
    Hello = 16,

    /// <summary>"That's all", "never mind".</summary>
    Done = 32,

    /// <summary>"I don't know".</summary>
    Unsure = 64,

    /// <summary>"This is ridiculous".</summary>
    Upset = 128,
}
