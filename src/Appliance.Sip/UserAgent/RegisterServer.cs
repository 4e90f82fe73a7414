using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>REGISTER from a device; only where the user agent has a registrar.</summary>
internal static class RegisterServer
{
    public static void Handle(UserAgentCore core, ServerTransaction transaction) =>
        transaction.Respond(core.Registrar!.Answer(transaction.Inbound));
}
