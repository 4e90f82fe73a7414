namespace Appliance.Sip.Dialogs;

/// <summary>Names a dialog at this side (RFC 3261 §12).</summary>
/// <param name="CallId">Compared with case.</param>
/// <param name="LocalTag">Our tag.</param>
/// <param name="RemoteTag">The peer's tag; empty where an RFC 2543 peer sent none.</param>
public readonly record struct DialogId(string CallId, string LocalTag, string RemoteTag);
