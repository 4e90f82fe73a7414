using System.Collections.Immutable;
using System.Text.Json;
using Appliance.Calls.Sessions;
using Appliance.Host.Failures;
using Appliance.Sip.Authentication;

namespace Appliance.Host.Options;

/// <summary>The settings file: JSON with comments. Relative paths in it start at its own folder; what it does not say stays as it was.</summary>
public static class ApplianceOptionsFile
{
    private static readonly JsonDocumentOptions s_json = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file over defaults. Unknown keys and values of the wrong type are problems, all of them reported.</summary>
    /// <exception cref="ApplianceException">InvalidOptions: the file cannot be read or is no JSON object.</exception>
    public static OptionsReading Read(string file, ApplianceOptions defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), s_json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ApplianceException(ApplianceErrorReason.InvalidOptions, $"The settings file {file} must hold one JSON object.");
            }

            var problems = new List<string>();
            var options = Build(new SettingsReader(document.RootElement, "", problems), Path.GetDirectoryName(Path.GetFullPath(file))!, defaults);
            return new OptionsReading(options, [.. problems.Select(problem => $"{Path.GetFileName(file)}: {problem}")]);
        }
        catch (JsonException error)
        {
            throw new ApplianceException(ApplianceErrorReason.InvalidOptions, $"The settings file {file} is no JSON: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApplianceException(
                ApplianceErrorReason.InvalidOptions, $"The settings file {file} cannot be read: {error.Message} Give another with --config FILE.", error);
        }
    }

    private static ApplianceOptions Build(SettingsReader root, string folder, ApplianceOptions defaults)
    {
        var calls = root.Section("calls");
        var recognition = root.Section("speechRecognition");
        var options = defaults with
        {
            DataDirectory = Place(root, "dataDirectory", folder) ?? defaults.DataDirectory,
            KeyFile = Place(root, "keyFile", folder) ?? defaults.KeyFile,
            LogDirectory = Place(root, "logDirectory", folder) ?? defaults.LogDirectory,
            ModelPack = Place(root, "modelPack", folder) ?? defaults.ModelPack,
            ClinicProfile = Place(root, "clinicProfile", folder) ?? defaults.ClinicProfile,
            StopGrace = root.Seconds("stopGraceSeconds") ?? defaults.StopGrace,
            MaxCalls = calls?.Integer("max") ?? defaults.MaxCalls,
            SttThreads = recognition?.Integer("threads") ?? defaults.SttThreads,
            Sip = root.Section("sip") is { } sip ? Sip(sip, folder, defaults.Sip) : defaults.Sip,
            Media = root.Section("media") is { } media ? Media(media, defaults.Media) : defaults.Media,
            Session = calls is null ? defaults.Session : Session(calls, defaults.Session),
        };
        calls?.RefuseUnknown();
        recognition?.RefuseUnknown();
        root.RefuseUnknown();
        return options;
    }

    private static SipOptions Sip(SettingsReader sip, string folder, SipOptions defaults)
    {
        var options = defaults with
        {
            Address = sip.Address("address") ?? defaults.Address,
            Port = sip.Integer("port") ?? defaults.Port,
            AdvertisedAddress = sip.Address("advertisedAddress") ?? defaults.AdvertisedAddress,
            Realm = sip.Text("realm") ?? defaults.Realm,
            Accounts = sip.Sections("accounts")?.Select(account => Account(account, folder)).ToImmutableArray() ?? defaults.Accounts,
        };
        sip.RefuseUnknown();
        return options;
    }

    private static SipAccountOptions Account(SettingsReader account, string folder)
    {
        var options = new SipAccountOptions(account.Text("user") ?? "")
        {
            PasswordFile = Place(account, "passwordFile", folder),
            DigestMd5 = account.Text("digestMd5")?.ToLowerInvariant(),
            DigestSha256 = account.Text("digestSha256")?.ToLowerInvariant(),
            Challenge = Challenge(account),
        };
        account.RefuseUnknown();
        return options;
    }

    private static DigestAlgorithm Challenge(SettingsReader account)
    {
        switch (account.Text("challenge"))
        {
            case null or "MD5":
                return DigestAlgorithm.Md5;
            case "SHA-256":
                return DigestAlgorithm.Sha256;
            default:
                account.Add("challenge", "must be MD5 or SHA-256");
                return DigestAlgorithm.Md5;
        }
    }

    private static MediaOptions Media(SettingsReader media, MediaOptions defaults)
    {
        var options = defaults with
        {
            Address = media.Address("address") ?? defaults.Address,
            FirstPort = media.Integer("firstPort") ?? defaults.FirstPort,
            LastPort = media.Integer("lastPort") ?? defaults.LastPort,
        };
        media.RefuseUnknown();
        return options;
    }

    private static CallSessionOptions Session(SettingsReader calls, CallSessionOptions defaults)
    {
        var recorded = calls.Flag("record") is { } record ? defaults.WithRecording(record) : defaults;
        var manners = recorded.Dialog.Conversation;
        return recorded with
        {
            MediaTimeout = calls.Seconds("mediaTimeoutSeconds") ?? defaults.MediaTimeout,
            ToolTimeout = calls.Seconds("toolTimeoutSeconds") ?? defaults.ToolTimeout,
            Dialog = recorded.Dialog with
            {
                Conversation = manners with { GreetingInterruptible = calls.Flag("greetingInterruptible") ?? manners.GreetingInterruptible },
            },
        };
    }

    private static string? Place(SettingsReader section, string name, string folder) =>
        section.Text(name) is { } path ? Path.GetFullPath(path, folder) : null;
}

/// <summary>Settings as far as a file could be understood, and everything that is wrong with it.</summary>
public sealed record OptionsReading(ApplianceOptions Options, ImmutableArray<string> Problems);
