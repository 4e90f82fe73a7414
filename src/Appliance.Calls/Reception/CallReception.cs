using Appliance.Calls.Sessions;
using Appliance.Sip.UserAgent;

namespace Appliance.Calls.Reception;

/// <summary>Takes calls: each gets its media, its session and its record.</summary>
public sealed class CallReception(ReceptionOptions options, CallServices services)
{
    private readonly HashSet<string> _calls = [];

    /// <summary>Calls that are being held now.</summary>
    public int ActiveCalls => _calls.Count;

    /// <summary>Answers or refuses a call, and returns when it is over and its record is saved. Fits <see cref="SipUserAgent.IncomingCallHandler"/>.</summary>
    public Task AnswerAsync(IncomingCall call, CancellationToken cancellationToken) => throw new NotSupportedException($"{options} {services}");

    /// <summary>Returns when no call is being held any more.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _calls.Count == 0 ? Task.CompletedTask : Task.FromCanceled(cancellationToken);
}
