namespace Appliance.Dialog.Turns;

/// <summary>Why a caller turn ended.</summary>
public enum TurnEnd
{
    /// <summary>The answer was complete; a short pause was enough.</summary>
    CompleteAnswer,

    /// <summary>Whole, but often added to; a pause of middle length was enough.</summary>
    ExtendableAnswer,

    /// <summary>A pause of usual length.</summary>
    Pause,

    /// <summary>Sounded unfinished, but the long pause ran out.</summary>
    LongPause,

    /// <summary>The pause was over before the recognition came.</summary>
    RecognitionLate,

    /// <summary>The longest turn was reached.</summary>
    MaxDuration,

    /// <summary>It had waited for the agent to finish something that may not be interrupted.</summary>
    AgentFinished,

    /// <summary>Telephone keys.</summary>
    Keys,

    /// <summary>The caller said nothing for too long.</summary>
    Silence,
}
