using Appliance.Store.Database;
using Microsoft.Extensions.Logging.Abstractions;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Database;

public sealed class OpeningTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_WhenOpenedAgain_KeepsSchemaAndData()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        var schema = _folder.Peek<string>("SELECT group_concat(sql, ';') FROM sqlite_master");
        Assert.Single(await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile))));
        Assert.Equal(schema, _folder.Peek<string>("SELECT group_concat(sql, ';') FROM sqlite_master"));
        Assert.Equal(Schema.Migrations.Count, _folder.Peek<long>("PRAGMA user_version"));
    }

    [Fact]
    public async Task Open_WhenManyOpenANewStoreAtOnce_MigratesItOnce()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _folder.Open())));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        Assert.Equal(Schema.Migrations.Count, _folder.Peek<long>("PRAGMA user_version"));
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM meta"));
    }

    [Fact]
    public async Task Open_WhenRunning_UsesTheSafeSettings()
    {
        await using var store = _folder.Open();
        Assert.Equal("wal", _folder.Peek<string>("PRAGMA journal_mode"));
        using var connection = SqliteConnections.Open(_folder.Options);
        connection.Harden(_folder.Options);
        Assert.Equal(2, connection.Scalar<long>("PRAGMA synchronous"));
        Assert.Equal(1, connection.Scalar<long>("PRAGMA secure_delete"));
        Assert.Equal(2, connection.Scalar<long>("PRAGMA temp_store"));
        Assert.Equal(1, connection.Scalar<long>("PRAGMA foreign_keys"));
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.All(
            Directory.GetFiles(_folder.Options.DataDirectory),
            file => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & others));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_folder.Options.DataDirectory) & others);
    }

    [Fact]
    public async Task Open_WhenFileIsNoDatabase_IsDamagedAndKept()
    {
        Directory.CreateDirectory(_folder.Options.DataDirectory);
        var text = string.Concat(Enumerable.Repeat("this is no database. ", 500));
        await File.WriteAllTextAsync(_folder.Database, text, TestContext.Current.CancellationToken);
        Assert.Equal(StoreErrorReason.Damaged, _folder.ReasonToRefuse());
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Open_WhenPagesAreOverwritten_IsDamaged()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        await using (var file = File.OpenWrite(_folder.Database))
        {
            file.Seek(8 * 4096, SeekOrigin.Begin);
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 8 * 4096).ToArray(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(StoreErrorReason.Damaged, _folder.ReasonToRefuse());
    }

    [Fact]
    public async Task Open_WhenDataAreNewer_IsRefused()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        _folder.Tamper("PRAGMA user_version=99");
        Assert.Equal(StoreErrorReason.NewerSchema, _folder.ReasonToRefuse());
    }

    [Fact]
    public void Open_WhenOptionsAreWrong_NamesAllFaults()
    {
        var options = new StoreOptions { DataDirectory = " ", KeyFile = "", CheckpointEvery = 0, MaxPages = 1 };
        var error = Assert.Throws<ArgumentException>(() => ApplianceStore.Open(options, _folder.Time, NullLoggerFactory.Instance));
        Assert.All(["DataDirectory", "KeyFile", "CheckpointEvery", "MaxPages"], name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Locate_WhenLibraryIsAbsent_NamesPackageAndScript()
    {
        var error = Assert.Throws<StoreException>(() => SqliteEngine.Locate("libsqlite3-absent.so.0"));
        Assert.Equal(StoreErrorReason.MissingLibrary, error.Reason);
        Assert.Contains("libsqlite3-0", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_WhenClosed_IsRefused()
    {
        var store = _folder.Open();
        var book = store.OpenBook(Profile);
        await store.DisposeAsync();
        await store.DisposeAsync();
        var error = await Assert.ThrowsAsync<StoreException>(() => AllAsync(book));
        Assert.Equal(StoreErrorReason.Closed, error.Reason);
        Assert.Equal(StoreErrorReason.Closed, (await Assert.ThrowsAsync<StoreException>(() => FirstOpeningAsync(book))).Reason);
    }
}
