namespace Appliance.Store;

/// <summary>Where the store keeps its data and its key.</summary>
public sealed record StoreOptions
{
    /// <summary>Folder of the database, the recordings and the audit checkpoints; made with mode 0700 when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The master key, made by <see cref="Keys.KeyFile.Create"/>; outside the data directory, mode 0600.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Audit checkpoints are appended here; best on another machine's disk. Default: audit.checkpoints in the data directory.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>A checkpoint is written after this many audit entries, and at close. 1 to 10,000, default 16.</summary>
    public int CheckpointEvery { get; init; } = 16;

    /// <summary>How long to wait for another process that writes. 100 ms to 60 s, default 10 s.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest database, in pages of 4 KiB; above it the disk counts as full. 64 and up, default (null): no limit.</summary>
    public int? MaxPages { get; init; }

    internal string DatabaseFile => Path.Combine(DataDirectory, "appliance.db");

    internal string RecordingsDirectory => Path.Combine(DataDirectory, "recordings");

    internal string CheckpointPath => CheckpointFile ?? Path.Combine(DataDirectory, "audit.checkpoints");

    /// <summary>All that is wrong with these options; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Check(!string.IsNullOrWhiteSpace(DataDirectory), "DataDirectory is missing");
        Check(!string.IsNullOrWhiteSpace(KeyFile), "KeyFile is missing");
        Check(CheckpointEvery is >= 1 and <= 10_000, "CheckpointEvery must be 1 to 10000");
        Check(BusyTimeout >= TimeSpan.FromMilliseconds(100) && BusyTimeout <= TimeSpan.FromMinutes(1), "BusyTimeout must be 100 ms to 60 s");
        Check(MaxPages is null or >= 64, "MaxPages must be at least 64");
        return problems;

        void Check(bool met, string problem)
        {
            if (!met)
            {
                problems.Add(problem);
            }
        }
    }
}
