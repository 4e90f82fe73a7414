using Appliance.Calls.Sessions;
using Appliance.Sip.UserAgent;

namespace Appliance.Calls.Reception;

/// <summary>The signalling of a call over SIP.</summary>
internal sealed class SipCallLine(SipCall call) : ICallLine
{
    public Task RemoteEnded => call.Ended;

    public Task HangUpAsync() => call.ByeAsync();
}
