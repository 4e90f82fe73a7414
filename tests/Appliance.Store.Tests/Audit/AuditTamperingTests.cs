using Appliance.Clinic;
using Appliance.Store.Audit;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Audit;

/// <summary>Each way to falsify the trail without the key is found and named.</summary>
public sealed class AuditTamperingTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE audit SET actor = 'user/someone' WHERE seq = 3", AuditFaultKind.EntryChanged)]
    [InlineData("UPDATE audit SET subject = 'pat-x' WHERE seq = 3", AuditFaultKind.EntryChanged)]
    [InlineData("UPDATE audit SET action = 'PatientRead' WHERE seq = 3", AuditFaultKind.EntryChanged)]
    [InlineData("UPDATE audit SET time = time + 1", AuditFaultKind.EntryChanged)]
    [InlineData("UPDATE audit SET mac = zeroblob(32) WHERE seq = 3", AuditFaultKind.EntryChanged)]
    [InlineData("UPDATE audit SET seq = -seq WHERE seq IN (3, 4); UPDATE audit SET seq = 7 + seq WHERE seq < 0", AuditFaultKind.EntryChanged)]
    [InlineData("DELETE FROM audit WHERE seq = 3", AuditFaultKind.EntriesMissing)]
    [InlineData("DELETE FROM audit WHERE seq = 1", AuditFaultKind.EntriesMissing)]
    [InlineData("DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3", AuditFaultKind.EntryChanged)]
    [InlineData("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", AuditFaultKind.TailChanged)]
    [InlineData("INSERT INTO audit SELECT max(seq) + 1, time, actor, action, subject, mac FROM audit", AuditFaultKind.TailChanged)]
    [InlineData("UPDATE audit_head SET seq = seq - 1", AuditFaultKind.HeadForged)]
    [InlineData("DELETE FROM audit_head", AuditFaultKind.HeadForged)]
    [InlineData("DELETE FROM audit; DELETE FROM audit_head", AuditFaultKind.RolledBack)]
    public async Task VerifyAsync_WhenTrailIsFalsified_NamesTheFault(string sql, AuditFaultKind expected)
    {
        await WriteAsync(6);
        Assert.True((await VerifyAsync()).IsSound);
        _folder.Tamper(sql);
        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Kind == expected);
    }

    [Fact]
    public async Task VerifyAsync_WhenChainIsRestampedWithAnotherKey_FindsIt()
    {
        await WriteAsync(4);
        // Another key over the same entries gives a chain that is sound in itself: that of a second store.
        using var other = new StoreFolder();
        await using (var store = other.Open())
        {
            await AppendAsync(store, 4);
        }

        _folder.Tamper($"ATTACH '{other.Database}' AS o; DELETE FROM audit; INSERT INTO audit SELECT * FROM o.audit; "
            + "DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM o.audit_head; DETACH o");
        var faults = (await VerifyAsync()).Faults;
        Assert.Equal(4, faults.Count(fault => fault.Kind == AuditFaultKind.EntryChanged));
        Assert.Contains(faults, fault => fault.Kind == AuditFaultKind.HeadForged);
    }

    [Fact]
    public async Task VerifyAsync_WhenDatabaseIsRolledBack_IsToldByTheCheckpoints()
    {
        await WriteAsync(3);
        var old = await File.ReadAllBytesAsync(_folder.Database, TestContext.Current.CancellationToken);
        await WriteAsync(3);
        await File.WriteAllBytesAsync(_folder.Database, old, TestContext.Current.CancellationToken);
        Assert.Equal([new AuditFault(AuditFaultKind.RolledBack, 6)], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task VerifyAsync_WhenRolledBackAndGrownAgain_IsToldByTheCheckpoints()
    {
        await WriteAsync(3);
        var old = await File.ReadAllBytesAsync(_folder.Database, TestContext.Current.CancellationToken);
        await WriteAsync(3);
        await File.WriteAllBytesAsync(_folder.Database, old, TestContext.Current.CancellationToken);
        _folder.Time.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(5);
        Assert.Contains((await VerifyAsync()).Faults, fault => fault is { Kind: AuditFaultKind.HistoryReplaced, Sequence: 6 });
    }

    [Fact]
    public async Task VerifyAsync_WhenCheckpointFileIsGone_ReportsItOnceTheTrailWentOn()
    {
        await WriteAsync(3);
        // The head learns of a checkpoint with the next entry, so this one seals checkpoint 3 into it.
        await WriteAsync(1);
        File.Delete(_folder.Options.CheckpointPath);
        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Kind == AuditFaultKind.CheckpointMissing);
    }

    [Fact]
    public async Task VerifyAsync_WhenCheckpointIsEdited_FindsIt()
    {
        await WriteAsync(3);
        var text = await File.ReadAllTextAsync(_folder.Options.CheckpointPath, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Options.CheckpointPath, text.Replace("v1 3 ", "v1 2 ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Kind == AuditFaultKind.CheckpointForged);
    }

    [Fact]
    public async Task Append_WhenCheckpointLineWasTorn_CutsItOff()
    {
        await WriteAsync(3);
        await File.AppendAllTextAsync(_folder.Options.CheckpointPath, "v1 4 0A", TestContext.Current.CancellationToken);
        await WriteAsync(1);
        var verification = await VerifyAsync();
        Assert.True(verification.IsSound);
        Assert.Equal(2, verification.Checkpoints);
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("INSERT INTO audit SELECT max(seq) + 1, time, actor, action, subject, mac FROM audit")]
    public async Task BookAsync_WhenTrailWasCut_DoesNothing(string sql)
    {
        await WriteAsync(3);
        _folder.Tamper(sql);
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book);
        var error = await Assert.ThrowsAsync<StoreException>(() => HoldAsync(book, opening.Id, "a"));
        Assert.Equal(StoreErrorReason.AuditBroken, error.Reason);
        Assert.Equal(0, _folder.Peek<long>("SELECT count(*) FROM holds") + _folder.Peek<long>("SELECT count(*) FROM occupancy"));
    }

    [Fact]
    public async Task Action_WhenItsEntryCannotBeWritten_Fails()
    {
        var hold = await _folder.WithStoreAsync(async store =>
        {
            var book = store.OpenBook(Profile);
            return await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        });
        _folder.Tamper("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
        await using (var store = _folder.Open())
        {
            var book = store.OpenBook(Profile);
            await Assert.ThrowsAsync<StoreException>(() => BookAsync(book, hold.Id, "a"));
        }

        _folder.Tamper("DROP TRIGGER no_audit");
        Assert.Equal(0, _folder.Peek<long>("SELECT count(*) FROM appointments") + _folder.Peek<long>("SELECT count(*) FROM patients"));
        Assert.NotNull(await _folder.WithStoreAsync(store => BookAsync(store.OpenBook(Profile), hold.Id, "a")));
    }

    [Fact]
    public async Task AppendAsync_WhenSubjectIsNoIdentifier_IsRefused()
    {
        await using var store = _folder.Open();
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.Audit.AppendAsync(Actor.User("ann"), AuditAction.SignedIn, "Ann Example", CancellationToken.None));
    }

    private async Task WriteAsync(int entries)
    {
        await using var store = _folder.Open();
        await AppendAsync(store, entries);
    }

    private static async Task AppendAsync(ApplianceStore store, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await store.Audit.AppendAsync(Actor.User("ann"), AuditAction.SettingsChanged, "s-" + i, CancellationToken.None);
        }
    }

    private Task<AuditVerification> VerifyAsync() => _folder.WithStoreAsync(store => store.Audit.VerifyAsync(CancellationToken.None));
}
