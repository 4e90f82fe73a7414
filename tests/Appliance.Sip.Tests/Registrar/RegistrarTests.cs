using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Registrar;

/// <summary>RFC 3261 §10.3.</summary>
public sealed class RegistrarTests
{
    private const string One = "<sip:desk1@10.0.0.7:5060>";
    private const string Two = "<sip:desk1@10.0.0.8;transport=tcp>";
    private readonly Phone _phone = new();

    [Fact]
    public void Register_WhenAuthenticated_BindsAndKeepsTheConnection()
    {
        var response = _phone.Register([One]);
        Assert.Equal(200, response.Status);
        Assert.Equal("sip:desk1@10.0.0.7:5060", Assert.Single(response.Contacts).Uri.ToString());
        Assert.Equal("3600", response.Contact!.Parameters["expires"]);
        Assert.Equal(7, Assert.Single(_phone.Locations.Find("desk1")).Path.Peer.Connection);
    }

    [Theory]
    [InlineData("desk1", "algorithm=MD5")]
    [InlineData("desk2", "algorithm=SHA-256")]
    [InlineData("nobody", "algorithm=MD5")]
    public void Register_WhenChallenged_GetsTheOneAlgorithmOfItsProfile(string user, string algorithm)
    {
        var challenge = _phone.Ask([One], null, user, "phone", null, credentials: null);
        Assert.Equal(401, challenge.Status);
        Assert.Contains(algorithm, Assert.Single(challenge.Headers.All(SipHeaderNames.WwwAuthenticate)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_WhenProfileIsSha256_Binds() => Assert.Equal(200, _phone.Register([One], user: "desk2", password: "secret2").Status);

    [Fact]
    public void Register_WhenPasswordIsWrong_Gives401AndBindsNothing()
    {
        Assert.Equal(401, _phone.Register([One], password: "guess").Status);
        Assert.Equal(401, _phone.Register([One], user: "nobody").Status);
        Assert.Empty(_phone.Contacts());
    }

    [Fact]
    public void Register_WhenAddressIsAnothers_Gives403()
    {
        // Both answer MD5 challenges, so a stolen name fails on the right, not on the hash.
        Assert.Equal(403, _phone.Register([One], user: "nobody", loginName: "desk1").Status);
        Assert.Empty(_phone.Contacts("nobody"));
    }

    [Fact]
    public void Register_WhenThereAreTwoContacts_KeepsBoth()
    {
        Assert.Equal(200, _phone.Register([One + ";expires=100", Two]).Status);
        Assert.Equal(2, _phone.Contacts().Length);
        Assert.Equal(403, _phone.Register(["<sip:desk1@10.0.0.9>"]).Status);
        Assert.Equal(2, _phone.Contacts().Length);
    }

    [Fact]
    public void Query_WhenItHasNoContact_ListsBindings()
    {
        _phone.Register([One], expires: 600);
        _phone.Time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal("500", Assert.Single(_phone.Register([]).Contacts).Parameters["expires"]);
    }

    [Fact]
    public void Register_WhenTimeIsTooShort_Gives423WithMinExpires()
    {
        var response = _phone.Register([One], expires: 10);
        Assert.Equal((423, "60"), (response.Status, response.Headers.Get(SipHeaderNames.MinExpires)));
        Assert.Empty(_phone.Contacts());
    }

    [Fact]
    public void Register_WhenTimeIsTooLong_IsCut() =>
        Assert.Equal("7200", _phone.Register([One], expires: 1_000_000).Contact!.Parameters["expires"]);

    [Fact]
    public void Register_WhenTimeIsNoNumber_Gives400() => Assert.Equal(400, _phone.Register([One + ";expires=soon"]).Status);

    [Fact]
    public void Register_WhenExpiresIsZero_RemovesThatContact()
    {
        _phone.Register([One, Two]);
        Assert.Equal(200, _phone.Register([One + ";expires=0"]).Status);
        Assert.Equal(["sip:desk1@10.0.0.8;transport=tcp"], _phone.Contacts());
    }

    [Fact]
    public void Register_WhenWildcardWithZero_RemovesAll()
    {
        _phone.Register([One, Two]);
        Assert.Equal(200, _phone.Register(["*"], expires: 0).Status);
        Assert.Empty(_phone.Contacts());
    }

    [Theory]
    [InlineData(null, "*")]
    [InlineData(3600u, "*")]
    [InlineData(0u, "*", One)]
    public void Register_WhenWildcardIsMisused_Gives400(uint? expires, params string[] contacts)
    {
        _phone.Register([One]);
        Assert.Equal(400, _phone.Register(contacts, expires).Status);
        Assert.Single(_phone.Contacts());
    }

    [Fact]
    public void Register_WhenSequenceIsOld_ChangesNothing()
    {
        _phone.Register([One], sequence: 10);
        Assert.Equal(500, _phone.Register([One + ";expires=0", Two], sequence: 10).Status);
        Assert.Equal(["sip:desk1@10.0.0.7:5060"], _phone.Contacts());
        Assert.Equal(200, _phone.Register([One + ";expires=0"], callId: "restarted", sequence: 1).Status);
        Assert.Empty(_phone.Contacts());
    }

    [Fact]
    public void Binding_WhenItsTimeIsOver_IsGone()
    {
        _phone.Register([One], expires: 60);
        _phone.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(_phone.Contacts());
        _phone.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_phone.Contacts());
    }
}
