using Appliance.Calls.Reception;
using Appliance.Calls.Sessions;
using Appliance.Host.Failures;
using Appliance.Store;

namespace Appliance.Host.Options;

/// <summary>All settings of the appliance. Immutable.</summary>
public sealed record ApplianceOptions
{
    /// <summary>SIP.</summary>
    public SipOptions Sip { get; init; } = new();

    /// <summary>Media.</summary>
    public MediaOptions Media { get; init; } = new();

    /// <summary>Folder of the sealed data; made with mode 0700 when missing. Default: see <see cref="StandardFolders"/>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The master key, mode 0600, outside the data directory. Default: see <see cref="StandardFolders"/>.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Folder of rolling log files. Default: see <see cref="StandardFolders"/>.</summary>
    public required string LogDirectory { get; init; }

    /// <summary>Folder of the model pack. Default <c>models/mini</c> of the installation.</summary>
    public required string ModelPack { get; init; }

    /// <summary>JSON file of the clinic's profile. Default null: the demonstration clinic.</summary>
    public string? ClinicProfile { get; init; }

    /// <summary>Calls at once; more are answered 486. 1 to 1,000, default 30.</summary>
    public int MaxCalls { get; init; } = 30;

    /// <summary>How each call is held.</summary>
    public CallSessionOptions Session { get; init; } = new();

    /// <summary>Threads that write speech down, 0 to 64; 0 is one per core, at most 8. Default 0.</summary>
    public int SttThreads { get; init; }

    /// <summary>How long calls may go on after a request to stop. 0 to 1 h, default 60 s.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The store's own options.</summary>
    public StoreOptions Store => new() { DataDirectory = DataDirectory, KeyFile = KeyFile };

    /// <summary>Everything at its default for an installation.</summary>
    public static ApplianceOptions Standard(StandardFolders folders, string installationRoot)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return new ApplianceOptions
        {
            DataDirectory = folders.Data,
            KeyFile = folders.KeyFile,
            LogDirectory = folders.Logs,
            ModelPack = Path.Combine(installationRoot, "models", "mini"),
        };
    }

    /// <summary>The reception's options.</summary>
    public ReceptionOptions Reception() => new()
    {
        MediaAddress = Media.AddressBeside(Sip.Address),
        MediaPorts = Media.Ports,
        MaxCalls = MaxCalls,
        Session = Session,
    };

    /// <summary>Everything that is wrong with these values; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. Sip.Problems(), .. Media.Problems(MaxCalls), .. Session.Problems(), .. Store.Problems()];
        AddIf(MaxCalls is < 1 or > 1_000, $"calls.max is {MaxCalls}; it must lie between 1 and 1000.");
        AddIf(SttThreads is < 0 or > 64, $"speechRecognition.threads is {SttThreads}; it must lie between 0 and 64.");
        AddIf(StopGrace < TimeSpan.Zero || StopGrace > TimeSpan.FromHours(1), $"stopGraceSeconds is {StopGrace.TotalSeconds}; it must lie between 0 and 3600.");
        AddIf(string.IsNullOrWhiteSpace(ModelPack), "modelPack is missing.");
        AddIf(string.IsNullOrWhiteSpace(LogDirectory), "logDirectory is missing.");
        AddIf(FilePlaces.IsInside(KeyFile, DataDirectory), $"keyFile {KeyFile} lies inside dataDirectory {DataDirectory}: who takes the data would have the key.");
        return problems;

        void AddIf(bool wrong, string problem)
        {
            if (wrong)
            {
                problems.Add(problem);
            }
        }
    }

    /// <exception cref="ApplianceException">InvalidOptions, naming all problems, these and the given ones.</exception>
    public void ThrowIfWrong(params IEnumerable<string> others)
    {
        string[] problems = [.. others, .. Problems()];
        if (problems.Length > 0)
        {
            var list = string.Concat(problems.Select(problem => "\n  - " + problem));
            throw new ApplianceException(ApplianceErrorReason.InvalidOptions, $"The settings cannot be used; mend them:{list}");
        }
    }
}
