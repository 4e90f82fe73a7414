using Appliance.Sip.Authentication;

namespace Appliance.Sip.Registrar;

/// <summary>Shows a directory to the digest verifier.</summary>
internal sealed class AccountDigests(IAccountDirectory accounts) : IDigestAccounts
{
    public DigestAccount? Find(string username) => accounts.FindByDigestName(username)?.Digest;
}
