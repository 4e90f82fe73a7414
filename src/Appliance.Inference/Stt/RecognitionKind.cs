namespace Appliance.Inference.Stt;

/// <summary>How urgent a recognition is.</summary>
public enum RecognitionKind
{
    /// <summary>The caller still speaks: a newer request of the same utterance, or any waiting Final, displaces it.</summary>
    Partial = 0,

    /// <summary>The turn has ended: it runs before every Partial and is never dropped.</summary>
    Final,
}
