using Appliance.Clinic;
using Appliance.Clinic.Callbacks;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Sealing;

/// <summary>A byte that changed in a sealed body, or a body that was moved, is told and never read as data.</summary>
public sealed class DamagedDocumentTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("patients")]
    [InlineData("appointments")]
    public async Task ListAppointmentsAsync_WhenABodyIsDamaged_IsDamaged(string table)
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        _folder.Tamper(
            $"UPDATE {table} SET body = CAST(substr(body, 1, 20) || (CASE substr(body, 21, 1) WHEN x'41' THEN x'42' ELSE x'41' END) || substr(body, 22) AS BLOB)");
        await AssertDamagedAsync(store => AllAsync(store.OpenBook(Profile)));
    }

    [Fact]
    public async Task ListAppointmentsAsync_WhenBodiesAreSwapped_IsDamaged()
    {
        await _folder.WithStoreAsync(async store =>
        {
            await BookFirstAsync(store.OpenBook(Profile), "a");
            return await BookFirstAsync(store.OpenBook(Profile), "b");
        });
        _folder.Tamper("UPDATE appointments SET body = (SELECT body FROM appointments o WHERE o.id <> appointments.id)");
        await AssertDamagedAsync(store => AllAsync(store.OpenBook(Profile)));
    }

    [Fact]
    public async Task ListAsync_WhenACallbackIsDamaged_IsDamaged()
    {
        await _folder.WithStoreAsync(store => store.Callbacks.AddAsync(
            new CallbackRequest(null, null, "billing", ""), new IdempotencyKey("k"), Caller("a"), CancellationToken.None));
        _folder.Tamper("UPDATE callbacks SET version = 2");
        await AssertDamagedAsync(store => store.Callbacks.ListAsync(null, Caller("a"), CancellationToken.None));
    }

    [Fact]
    public async Task LoadAsync_WhenACallIsDamaged_IsDamaged()
    {
        await _folder.WithStoreAsync(async store =>
        {
            await store.Calls.SaveAsync(Calls.CallRecordTests.Any, Caller("a"), CancellationToken.None);
            return true;
        });
        _folder.Tamper("UPDATE calls SET body = substr(body, 1, length(body) - 1)");
        await AssertDamagedAsync(store => store.Calls.LoadAsync(Calls.CallRecordTests.Any.Id, Caller("a"), CancellationToken.None));
    }

    private async Task AssertDamagedAsync<T>(Func<ApplianceStore, Task<T>> read)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => _folder.WithStoreAsync(read));
        Assert.Equal(StoreErrorReason.Damaged, error.Reason);
        Assert.DoesNotContain("Patricia", error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.True((await _folder.WithStoreAsync(store => store.Audit.VerifyAsync(CancellationToken.None))).IsSound);
    }
}
