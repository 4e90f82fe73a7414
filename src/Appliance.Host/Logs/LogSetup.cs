using Appliance.Host.Failures;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Appliance.Host.Logs;

/// <summary>
/// Logs to the console's error stream and to a file per day. Messages carry ids, counts and times; the parts that log hold to
/// that, and the framework is heard only from warnings on.
/// </summary>
public static class LogSetup
{
    private const int FilesKept = 31;
    private const long MostBytesPerFile = 64L << 20;

    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const string ConsoleLine = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>A logger factory; disposing it writes what is left.</summary>
    /// <param name="directory">Folder of the files; null logs to the console only.</param>
    /// <param name="least">Least level that is logged.</param>
    /// <exception cref="ApplianceException">The folder cannot be made.</exception>
    public static ILoggerFactory Create(string? directory, LogLevel least)
    {
        var level = LevelConvert.ToSerilogLevel(least);
        var logging = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", level > LogEventLevel.Warning ? level : LogEventLevel.Warning)
            // It would print a start that failed a second time, as a stack trace.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: ConsoleLine, standardErrorFromLevel: LogEventLevel.Verbose);
        if (directory is not null)
        {
            MakeFolder(directory);
            logging = logging.WriteTo.File(
                Path.Combine(directory, "appliance-.log"),
                outputTemplate: Line,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: MostBytesPerFile,
                retainedFileCountLimit: FilesKept);
        }

        return new SerilogLoggerFactory(logging.CreateLogger(), dispose: true);
    }

    private static void MakeFolder(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApplianceException(
                ApplianceErrorReason.File, $"The log directory {directory} cannot be made: {error.Message} Give another with --logs DIR.", error);
        }
    }
}
