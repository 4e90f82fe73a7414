using Appliance.Sip.Authentication;

namespace Appliance.Sip.Tests.Rfc.Rfc7616;

/// <summary><see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.9.1">RFC 7616 §3.9.1</see> and RFC 2617 §3.5.</summary>
public sealed class Section_3_9_Examples
{
    [Theory]
    [InlineData(DigestAlgorithm.Md5, "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData(DigestAlgorithm.Sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Response_WhenInputsAreThoseOfTheExample_IsTheExamples(DigestAlgorithm algorithm, string expected)
    {
        const string Realm = "http-auth@example.org";
        var credentials = new DigestCredentials(
            "Mufasa", Realm, "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "/dir/index.html", string.Empty, algorithm)
        {
            UsesAuth = true,
            NonceCount = 1,
            ClientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        };

        Assert.Equal(expected, DigestHash.Response(DigestHash.Secret(algorithm, "Mufasa", Realm, "Circle of Life"), "GET", credentials));
    }

    [Fact]
    public void Response_WhenInputsAreThoseOfRfc2617_IsItsExamples()
    {
        const string Realm = "testrealm@host.com";
        var credentials = new DigestCredentials(
            "Mufasa", Realm, "dcd98b7102dd2f0e8b11d0f600bfb0c093", "/dir/index.html", string.Empty, DigestAlgorithm.Md5)
        {
            UsesAuth = true,
            NonceCount = 1,
            ClientNonce = "0a4f113b",
        };

        Assert.Equal(
            "6629fae49393a05397450978507c4ef1",
            DigestHash.Response(DigestHash.Secret(DigestAlgorithm.Md5, "Mufasa", Realm, "Circle Of Life"), "GET", credentials));
    }

    [Fact]
    public void Parse_WhenCredentialsAreThoseOfTheExample_ReadsEveryField()
    {
        const string Text = """
            Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256,
            nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            qop=auth, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
            opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
            """;

        Assert.True(DigestCredentials.TryParse(Text.ReplaceLineEndings(" "), out var credentials));
        Assert.True(DigestCredentials.TryParse(credentials.ToString(), out var again));

        Assert.Equal(credentials, again);
        Assert.Equal(DigestAlgorithm.Sha256, credentials.Algorithm);
        Assert.Equal(1u, credentials.NonceCount);
        Assert.Equal("FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", credentials.Opaque);
    }
}
