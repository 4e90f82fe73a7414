namespace Appliance.Media.Dtmf;

/// <summary>Whether a key will be sent.</summary>
public enum SendDigitResult
{
    /// <summary>It will, tick by tick.</summary>
    Queued,

    /// <summary>The character is none of 0 to 9, *, #, A to D.</summary>
    NotAKey,

    /// <summary>The other side did not agree to telephone-event.</summary>
    NotAgreed,

    /// <summary>Too many keys wait already.</summary>
    QueueFull,
}
