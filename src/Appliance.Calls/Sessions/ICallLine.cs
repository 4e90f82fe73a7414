namespace Appliance.Calls.Sessions;

/// <summary>The signalling of one call.</summary>
public interface ICallLine
{
    /// <summary>Ends, without fault, when the other side has hung up or is lost.</summary>
    Task RemoteEnded { get; }

    /// <summary>Ends the call; no effect on one that is over.</summary>
    Task HangUpAsync();
}
