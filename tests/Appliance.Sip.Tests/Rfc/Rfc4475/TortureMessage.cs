using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Rfc.Rfc4475;

/// <summary>
/// The messages of <see href="https://www.rfc-editor.org/rfc/rfc4475#section-3">RFC 4475 section 3</see>, typed in by hand after its text:
/// the peculiarity that each section describes is there; other bytes may differ from the archive in appendix A.
/// </summary>
internal static class TortureMessage
{
    public static string Folder { get; } = Repository.PathOf("tests", "Appliance.Sip.Tests", "Rfc", "Rfc4475", "Messages");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".dat"));

    public static SipParseResult Parse(string name, out SipMessage? message) =>
        SipParser.Parse(Bytes(name), SipLimits.Default, out message);

    public static SipRequest Request(string name)
    {
        Assert.Equal(default, Parse(name, out var message));
        return Assert.IsType<SipRequest>(message);
    }

    public static SipResponse Response(string name)
    {
        Assert.Equal(default, Parse(name, out var message));
        return Assert.IsType<SipResponse>(message);
    }
}
