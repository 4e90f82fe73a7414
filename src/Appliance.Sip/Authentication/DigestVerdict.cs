namespace Appliance.Sip.Authentication;

/// <summary>What a server does with a request.</summary>
public enum DigestVerdict
{
    /// <summary>The user is who it says.</summary>
    Accepted,

    /// <summary>No credentials for this realm: challenge.</summary>
    Missing,

    /// <summary>Wrong user, password, method or target: challenge again, without saying which.</summary>
    Rejected,

    /// <summary>The password is right but the nonce is old or was used already: challenge with stale=true.</summary>
    Stale,
}
