using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Store.Audit;
using Microsoft.Data.Sqlite;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Identity;

public sealed class IdentityDeskTests : IDisposable
{
    private static readonly IdentityClaim s_true = new(" patricia  EXAMPLE canary", Pat.BirthDate, "+1 555-010-4477");

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task VerifyAsync_WhenAllFits_GivesAProofForThisCallOnly()
    {
        await using var store = await WithPatientAsync();
        var desk = store.OpenIdentityDesk(Profile);
        var proof = await VerifiedAsync(store, "b", s_true);
        Assert.Equal(Caller("b"), proof.Call);
        Assert.Equal(proof.Id, (await desk.RecallAsync(proof.Id, Caller("b"), CancellationToken.None))?.Id);
        Assert.Null(await desk.RecallAsync(proof.Id, Caller("c"), CancellationToken.None));
        Assert.Null(await desk.RecallAsync(VerificationId.New(), Caller("b"), CancellationToken.None));
    }

    [Fact]
    public async Task RecallAsync_WhenTheCallHasEnded_KnowsNothing()
    {
        await using var store = await WithPatientAsync();
        var desk = store.OpenIdentityDesk(Profile);
        var ended = await VerifiedAsync(store, "b");
        var other = await VerifiedAsync(store, "c");
        await desk.EndAsync(Caller("b"), CancellationToken.None);
        Assert.Null(await desk.RecallAsync(ended.Id, Caller("b"), CancellationToken.None));
        Assert.NotNull(await desk.RecallAsync(other.Id, Caller("c"), CancellationToken.None));
        _folder.Time.Advance(TimeSpan.FromHours(4));
        Assert.Null(await desk.RecallAsync(other.Id, Caller("c"), CancellationToken.None));
    }

    [Fact]
    public async Task VerifyAsync_WhenThreeTriesWereMade_NeverVerifiesAgain()
    {
        await using var store = await WithPatientAsync();
        foreach (var left in new[] { 2, 1, 0, 0 })
        {
            Assert.Equal(new IdentityResult.NotVerified(left), await VerifyAsync(store, "b", s_true with { BirthDate = new DateOnly(1971, 4, 24) }));
        }

        Assert.Equal(new IdentityResult.NotVerified(0), await VerifyAsync(store, "b", s_true));
        Assert.IsType<IdentityResult.Verified>(await VerifyAsync(store, "c", s_true));
    }

    [Fact]
    public async Task VerifyAsync_WhenManyTryAtOnceInOneCall_HasThreeTries()
    {
        await using var left = await WithPatientAsync();
        await using var right = _folder.Open();
        var wrong = s_true with { Name = "Nobody Known" };
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => VerifyAsync(i % 2 == 0 ? left : right, "b", wrong))));
        Assert.Equal(3, _folder.Peek<long>("SELECT count(*) FROM identity_checks"));
        var fourth = Assert.Throws<SqliteException>(() => _folder.Tamper("INSERT INTO identity_checks VALUES ('x', 'call/call-b', 4, NULL, 0, 0)"));
        Assert.Contains("CHECK", fourth.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_WhenAskedAgainWithTheKey_AnswersTheSameAndTakesNoTry()
    {
        await using var store = await WithPatientAsync();
        var first = Assert.IsType<IdentityResult.Verified>(await VerifyAsync(store, "b", s_true, "b:1")).Patient;
        Assert.Equal(first.Id, Assert.IsType<IdentityResult.Verified>(await VerifyAsync(store, "b", s_true, "b:1")).Patient.Id);
        var wrong = s_true with { Phone = "5550000000" };
        Assert.Equal(new IdentityResult.NotVerified(1), await VerifyAsync(store, "b", wrong, "b:2"));
        Assert.Equal(new IdentityResult.NotVerified(1), await VerifyAsync(store, "b", wrong, "b:2"));
        Assert.Equal(new IdentityResult.NotVerified(1), await VerifyAsync(store, "b", s_true, "b:2"));
        Assert.Equal(2, _folder.Peek<long>("SELECT count(*) FROM identity_checks"));
    }

    [Fact]
    public async Task VerifyAsync_WhenThePhoneIsNotTold_DependsOnTheProfile()
    {
        await using var store = await WithPatientAsync();
        var untold = s_true with { Phone = null };
        Assert.IsType<IdentityResult.NotVerified>(await VerifyAsync(store, "b", untold));
        var lenient = store.OpenIdentityDesk(Profile with { IdentityNeedsPhone = false });
        Assert.IsType<IdentityResult.Verified>(await lenient.VerifyAsync(untold, new IdempotencyKey("c:1"), Caller("c"), CancellationToken.None));
        var wrong = s_true with { Phone = "5550000000" };
        Assert.IsType<IdentityResult.NotVerified>(await lenient.VerifyAsync(wrong, new IdempotencyKey("d:1"), Caller("d"), CancellationToken.None));

        // A second patient of that name and birthday: without a phone nobody can tell them apart.
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "e");
        await BookAsync(book, hold.Id, "e", Pat with { Phone = "5550104478" });
        Assert.IsType<IdentityResult.NotVerified>(await lenient.VerifyAsync(untold, new IdempotencyKey("f:1"), Caller("f"), CancellationToken.None));
    }

    [Fact]
    public async Task VerifyAsync_WhenJudged_LeavesAnEntryThatTellsNoReason()
    {
        await using var store = await WithPatientAsync();
        await VerifyAsync(store, "b", s_true with { Name = "Nobody Known" });
        await VerifyAsync(store, "b", s_true with { Phone = "5550000000" });
        await VerifyAsync(store, "b", s_true);
        await VerifyAsync(store, "b", s_true);
        var trail = (await store.Audit.ListAsync(0, 100, CancellationToken.None)).FindAll(entry => entry.Action.StartsWith("Identity", StringComparison.Ordinal));
        string[] actions = [nameof(AuditAction.IdentityRefused), nameof(AuditAction.IdentityRefused), nameof(AuditAction.IdentityVerified), nameof(AuditAction.IdentityRefused)];
        Assert.Equal(actions, trail.Select(entry => entry.Action));
        Assert.All(trail, entry => Assert.Equal("call/call-b", entry.Actor));
        Assert.All(trail[..2], entry => Assert.StartsWith("idv-", entry.Subject, StringComparison.Ordinal));
        Assert.StartsWith("pat-", trail[2].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_WhenNoCallAsks_IsRefused()
    {
        await using var store = _folder.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenIdentityDesk(Profile).VerifyAsync(
            s_true, new IdempotencyKey("k"), Actor.System("test"), CancellationToken.None));
    }

    private async Task<ApplianceStore> WithPatientAsync()
    {
        var store = _folder.Open();
        await BookFirstAsync(store.OpenBook(Profile));
        return store;
    }
}
