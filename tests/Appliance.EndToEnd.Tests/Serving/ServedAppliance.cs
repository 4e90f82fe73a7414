using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Appliance.Sip.Messages;
using Appliance.Sip.UserAgent;
using Appliance.Store;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.EndToEnd.Tests.Serving;

/// <summary><c>appliance serve</c> as a process of its own, on loopback, with a folder of its own.</summary>
internal sealed class ServedAppliance : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, object> _settings;
    private ChildProcess? _process;

    public ServedAppliance(params IEnumerable<(string Key, object Value)> settings)
    {
        Folder = Directory.CreateTempSubdirectory("appliance-e2e-").FullName;
        Port = FreePort();
        _settings = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sip"] = new { address = "127.0.0.1", port = Port },
            ["media"] = new { firstPort = 0 },
            ["dataDirectory"] = DataDirectory,
            ["keyFile"] = KeyPath,
            ["logDirectory"] = LogDirectory,
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        KeyFile.Create(KeyPath);
    }

    public string Folder { get; }

    public string DataDirectory => Path.Combine(Folder, "data");

    public string LogDirectory => Path.Combine(Folder, "logs");

    public string KeyPath => Path.Combine(Folder, "key");

    public string SettingsFile => Path.Combine(Folder, "appliance.json");

    public int Port { get; }

    public string Uri => $"sip:clinic@127.0.0.1:{Port}";

    public ChildProcess Process => _process ?? throw new InvalidOperationException("Not started.");

    /// <summary>Starts it without waiting: for starts that are to fail.</summary>
    public ChildProcess Launch()
    {
        WriteSettings();
        return _process = ChildProcess.Appliance("serve", "--config", SettingsFile);
    }

    /// <summary>Starts it by another program, such as a shell that prepares its surroundings, given the arguments of <c>dotnet</c>.</summary>
    public ChildProcess LaunchBy(Func<IReadOnlyList<string>, ChildProcess> start)
    {
        WriteSettings();
        return _process = start(["exec", Path.Combine(AppContext.BaseDirectory, "appliance.dll"), "serve", "--config", SettingsFile]);
    }

    /// <summary>Starts it and waits until it answers OPTIONS.</summary>
    public async Task StartAsync()
    {
        Launch();
        await ReadyAsync();
    }

    /// <summary>Waits until it answers OPTIONS.</summary>
    public async Task ReadyAsync()
    {
        var options = new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null };
        await using var agent = new SipUserAgent(options, TimeProvider.System, NullLoggerFactory.Instance);
        await agent.StartAsync();
        using var patience = new CancellationTokenSource(StartPatience, TimeProvider.System);
        while (true)
        {
            if (Process.HasExited)
            {
                throw new InvalidOperationException($"The appliance ended with {Process.ExitCode}:\n{Process.Output}");
            }

            using var soon = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            soon.CancelAfter(TimeSpan.FromMilliseconds(700));
            try
            {
                if ((await agent.OptionsAsync(SipUri.Parse(Uri), soon.Token)).IsSuccess)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (!patience.IsCancellationRequested)
            {
                continue;
            }
        }
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    public Task<int> StopAsync()
    {
        Process.Signal("TERM");
        return Process.EndAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Runs one of its commands to the end.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments)
    {
        await using var command = ChildProcess.Appliance([.. arguments, "--config", SettingsFile]);
        var code = await command.EndAsync(TimeSpan.FromSeconds(60));
        return (code, command.Output);
    }

    /// <summary>The store as it lies on disk, for when the appliance does not run.</summary>
    public ApplianceStore OpenStore() => ApplianceStore.Open(
        new StoreOptions { DataDirectory = DataDirectory, KeyFile = KeyPath }, TimeProvider.System, NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private void WriteSettings() => File.WriteAllText(SettingsFile, JsonSerializer.Serialize(_settings));

    // Free for both UDP and TCP a moment ago.
    private static int FreePort()
    {
        using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)tcp.LocalEndPoint!).Port;
    }
}
