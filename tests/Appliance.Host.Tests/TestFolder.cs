using System.Net;
using Appliance.Host.Options;
using Appliance.Store;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Tests;

/// <summary>A folder for one test with a key and settings on loopback, free ports and the mini pack. Gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Root = Directory.CreateTempSubdirectory("appliance-host-").FullName;
        Options = new ApplianceOptions
        {
            DataDirectory = Path.Combine(Root, "data"),
            KeyFile = Path.Combine(Root, "key"),
            LogDirectory = Path.Combine(Root, "logs"),
            ModelPack = Repository.PathOf("models", "mini"),
            Sip = new SipOptions { Address = IPAddress.Loopback, Port = 0 },
            Media = new MediaOptions { FirstPort = 0 },
        };
        KeyFile.Create(Options.KeyFile);
    }

    public string Root { get; }

    public ApplianceOptions Options { get; set; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A copy of the mini pack that a test may damage.</summary>
    public string CopyPack()
    {
        var source = Repository.PathOf("models", "mini");
        var target = Path.Combine(Root, "models", "mini");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    /// <summary>A copy of the mini pack with one byte of a file changed.</summary>
    public string CopyPackWithDamaged(string file)
    {
        var pack = CopyPack();
        using var stream = File.Open(Path.Combine(pack, file), FileMode.Open);
        stream.Position = stream.Length / 2;
        var value = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)~value);
        return pack;
    }

    public ApplianceStore OpenStore() => ApplianceStore.Open(Options.Store, TimeProvider.System, NullLoggerFactory.Instance);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
