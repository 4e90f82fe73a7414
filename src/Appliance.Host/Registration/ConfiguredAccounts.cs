using System.Collections.Frozen;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Sip.Authentication;
using Appliance.Sip.Registrar;

namespace Appliance.Host.Registration;

/// <summary>The accounts of the settings, in memory; a device authenticates with its own user name.</summary>
public sealed class ConfiguredAccounts : IAccountDirectory
{
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private readonly FrozenDictionary<string, SipAccount> _accounts;

    private ConfiguredAccounts(IEnumerable<SipAccount> accounts) =>
        _accounts = accounts.ToFrozenDictionary(account => account.User, StringComparer.Ordinal);

    /// <summary>Reads the password files.</summary>
    /// <exception cref="ApplianceException">InvalidOptions: names every password file that cannot be used.</exception>
    public static ConfiguredAccounts Load(SipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] problems = [.. options.Accounts.Select(account => Problem(account.PasswordFile)).OfType<string>()];
        return problems.Length == 0
            ? new ConfiguredAccounts(options.Accounts.Select(account => new SipAccount(account.User, Digest(account, options.Realm), account.Challenge)))
            : throw new ApplianceException(ApplianceErrorReason.InvalidOptions, string.Join("\n", problems));
    }

    /// <inheritdoc/>
    public SipAccount? FindByUser(string user) => _accounts.GetValueOrDefault(user);

    /// <inheritdoc/>
    public SipAccount? FindByDigestName(string name) => _accounts.GetValueOrDefault(name);

    private static string? Problem(string? passwordFile)
    {
        try
        {
            return passwordFile is null ? null
                : !File.Exists(passwordFile) ? $"The password file {passwordFile} is not there. Make it, mode 0600, with the password as its first line."
                : (File.GetUnixFileMode(passwordFile) & Others) != UnixFileMode.None ? $"Others may read the password file {passwordFile}. Run: chmod 600 {passwordFile}"
                : FirstLine(passwordFile).Length == 0 ? $"The password file {passwordFile} is empty. Write the password as its first line."
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"The password file {passwordFile} cannot be read: {error.Message}";
        }
    }

    private static DigestAccount Digest(SipAccountOptions account, string realm) => account.PasswordFile is { } file
        ? DigestAccount.FromPassword(account.User, realm, FirstLine(file))
        : new DigestAccount(account.User, account.DigestMd5!, account.DigestSha256!);

    private static string FirstLine(string file) => File.ReadLines(file).FirstOrDefault("").Trim();
}
