using System.Globalization;
using System.Net;
using Appliance.Host.Options;

namespace Appliance.Cli.Commands;

/// <summary>What the command line of <c>serve</c> says over the settings; null where it says nothing.</summary>
internal sealed record ServeOverrides
{
    public string? Address { get; init; }

    public int? Port { get; init; }

    public string? Advertised { get; init; }

    public string? MediaAddress { get; init; }

    public string? MediaPorts { get; init; }

    public int? MaxCalls { get; init; }

    public int? SttThreads { get; init; }

    public bool NoRecording { get; init; }

    public double? GraceSeconds { get; init; }

    public string? Logs { get; init; }

    /// <summary>The settings with these, and everything that cannot be understood, the file's problems first.</summary>
    public static (ApplianceOptions Options, IReadOnlyList<string> Problems) Apply(OptionsReading reading, ServeOverrides overrides)
    {
        List<string> problems = [.. reading.Problems];
        var file = reading.Options;
        var ports = Ports(overrides.MediaPorts, problems) ?? (file.Media.FirstPort, file.Media.LastPort);
        var options = file with
        {
            Sip = file.Sip with
            {
                Address = Parse("--bind", overrides.Address, problems) ?? file.Sip.Address,
                Port = overrides.Port ?? file.Sip.Port,
                AdvertisedAddress = Parse("--advertise", overrides.Advertised, problems) ?? file.Sip.AdvertisedAddress,
            },
            Media = file.Media with
            {
                Address = Parse("--media-address", overrides.MediaAddress, problems) ?? file.Media.Address,
                FirstPort = ports.First,
                LastPort = ports.Last,
            },
            MaxCalls = overrides.MaxCalls ?? file.MaxCalls,
            SttThreads = overrides.SttThreads ?? file.SttThreads,
            Session = overrides.NoRecording ? file.Session.WithRecording(false) : file.Session,
            StopGrace = overrides.GraceSeconds is { } seconds ? Grace(seconds) : file.StopGrace,
            LogDirectory = overrides.Logs is { Length: > 0 } logs ? Path.GetFullPath(logs) : file.LogDirectory,
        };
        return (options, problems);
    }

    // Out of any sensible range stays out of range, without overflowing.
    private static TimeSpan Grace(double seconds) => TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? -1 : seconds, -1, 1e6));

    private static IPAddress? Parse(string option, string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        problems.Add($"{option} is '{text}'; it must be an IP address such as 192.168.1.10.");
        return null;
    }

    private static (int First, int Last)? Ports(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (text == "0")
        {
            return (0, 0);
        }

        var parts = text.Split('-');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return (first, last);
        }

        problems.Add($"--media-ports is '{text}'; it must be FIRST-LAST, such as 20000-20199, or 0.");
        return null;
    }
}
