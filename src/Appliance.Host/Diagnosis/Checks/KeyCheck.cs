using System.Buffers.Text;
using Appliance.Host.Options;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The master key: there, closed to others, outside the data, 32 bytes. The store's own opening holds to the same rules.</summary>
internal static class KeyCheck
{
    private const string Area = "key";
    private const int KeyBytes = 32;
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public static IEnumerable<Finding> Run(ApplianceOptions options)
    {
        var file = options.KeyFile;
        if (FilePlaces.IsInside(file, options.DataDirectory))
        {
            yield return Finding.Fail(Area, $"{file} lies inside the data directory", $"Move it elsewhere, best to another disk, and give it with --key FILE.");
        }

        if (!File.Exists(file))
        {
            yield return Finding.Fail(Area, $"{file} is not there", $"New appliance: appliance key create {file}. Else put back the key of these data.");
            yield break;
        }

        if ((File.GetUnixFileMode(file) & Others) is var open and not UnixFileMode.None)
        {
            yield return Finding.Fail(Area, $"{file} may be used by others ({open})", $"chmod 600 {file}");
        }

        yield return Read(file);
    }

    private static Finding Read(string file)
    {
        try
        {
            var text = new FileInfo(file).Length <= 256 ? File.ReadAllText(file).Trim() : "";
            return Base64.IsValid(text, out var bytes) && bytes == KeyBytes
                ? Finding.Ok(Area, $"{file} holds a key of {8 * KeyBytes} bits")
                : Finding.Fail(Area, $"{file} does not hold one line of base64 for {KeyBytes} bytes", "Put back the key from its safe copy.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail(Area, $"{file} cannot be read: {error.Message}", "Run as the owner of the key.");
        }
    }
}
