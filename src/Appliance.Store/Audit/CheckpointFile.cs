using System.Text;

namespace Appliance.Store.Audit;

/// <summary>The file of checkpoints, one per line, only ever appended to.</summary>
internal sealed class CheckpointFile(string path)
{
    /// <summary>
    /// All lines that were written whole; a torn last line is what a power cut leaves. Null stands for a line that is no checkpoint.
    /// </summary>
    public List<AuditCheckpoint?> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n');
        return [.. lines[..^1].Where(line => line.Length > 0).Select(AuditCheckpoint.Parse)];
    }

    /// <summary>Returns when the line is on the disk.</summary>
    public void Append(AuditCheckpoint checkpoint)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var stream = new FileStream(path, options);
        stream.Seek(0, SeekOrigin.End);
        if (stream.Length > 0)
        {
            // A torn line is cut off first, so that it cannot swallow this one.
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
            {
                stream.SetLength(EndOfLastWholeLine(stream));
                stream.Seek(0, SeekOrigin.End);
            }
        }

        stream.Write(Encoding.ASCII.GetBytes(checkpoint.ToLine() + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private static long EndOfLastWholeLine(FileStream stream)
    {
        for (var at = stream.Length - 1; at >= 0; at--)
        {
            stream.Seek(at, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
            {
                return at + 1;
            }
        }

        return 0;
    }
}
