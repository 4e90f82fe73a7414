namespace Appliance.Host.Options;

/// <summary>
/// Where things lie when nobody says otherwise: what systemd gives a service, else the user's own folders
/// (https://specifications.freedesktop.org/basedir-spec/latest/).
/// </summary>
/// <param name="Data">Data directory.</param>
/// <param name="KeyFile">Master key, never inside <paramref name="Data"/>.</param>
/// <param name="Logs">Log directory.</param>
public sealed record StandardFolders(string Data, string KeyFile, string Logs)
{
    /// <summary>The folders of this process.</summary>
    public static StandardFolders OfProcess() =>
        Of(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The folders that an environment means.</summary>
    public static StandardFolders Of(Func<string, string?> variable, string home)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new StandardFolders(
            First(variable("STATE_DIRECTORY")) ?? Path.Combine(Base("XDG_DATA_HOME", ".local/share"), "appliance"),
            First(variable("CREDENTIALS_DIRECTORY")) is { } credentials
                ? Path.Combine(credentials, "appliance.key")
                : Path.Combine(Base("XDG_CONFIG_HOME", ".config"), "appliance", "key"),
            First(variable("LOGS_DIRECTORY")) ?? Path.Combine(Base("XDG_STATE_HOME", ".local/state"), "appliance", "logs"));

        string Base(string name, string fallback) => First(variable(name)) ?? Path.Combine(home, fallback);
    }

    // systemd joins several folders with a colon.
    private static string? First(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Split(':')[0];
}
