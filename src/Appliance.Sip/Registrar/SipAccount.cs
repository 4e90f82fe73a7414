using Appliance.Sip.Authentication;

namespace Appliance.Sip.Registrar;

/// <summary>A device that may register.</summary>
/// <param name="User">User part of its address of record; compared with case.</param>
/// <param name="Digest">Its secrets; the username there is the one that it authenticates with, usually the same.</param>
/// <param name="Challenge">The one algorithm that its profile can do: many phones fail on two challenges (RFC 8760 §2.3).</param>
public sealed record SipAccount(string User, DigestAccount Digest, DigestAlgorithm Challenge = DigestAlgorithm.Md5);

/// <summary>Where the registrar finds accounts; called by signalling work, so it must answer from memory.</summary>
public interface IAccountDirectory
{
    /// <summary>The account whose address of record has that user part, or null.</summary>
    SipAccount? FindByUser(string user);

    /// <summary>The account that authenticates under that name, or null.</summary>
    SipAccount? FindByDigestName(string name);
}
