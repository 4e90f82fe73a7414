using System.IO.Compression;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Store.Database;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Database;

/// <summary>Databases that older versions left: two appointments and a live hold, made by the code of that time.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_WhenTheSchemaIsTheFirst_UpgradesAndKeepsEverything()
    {
        Unpack("schema-1.zip");
        Assert.Equal(1, _folder.Peek<long>("PRAGMA user_version"));
        await using var store = _folder.Open();
        Assert.Equal(Schema.Migrations.Count, _folder.Peek<long>("PRAGMA user_version"));
        Assert.Equal("ok", _folder.Peek<string>("PRAGMA integrity_check"));
        Assert.Equal(0, _folder.Peek<long>("SELECT count(*) FROM pragma_foreign_key_check"));

        var kept = await AllAsync(store.OpenBook(Profile));
        Assert.Equal([new(2026, 11, 24, 8, 0, 0), new(2026, 11, 24, 8, 0, 0)], kept.Select(appointment => appointment.LocalStart));
        Assert.All(kept, appointment => Assert.Equal((Pat, "Sore elbow canary"), (appointment.Patient.Details, appointment.Reason)));
        Assert.Equal(3, _folder.Peek<long>("SELECT count(*) FROM occupancy"));
        Assert.IsType<IdentityResult.Verified>(await VerifyAsync(store, "d"));
        var patient = await VerifiedAsync(store, "e");
        Assert.IsType<VisitResult.Changed>(await CancelAsync(store, patient, kept[0].Id));
        Assert.Equal(kept[1], Assert.Single(await AllAsync(store.OpenBook(Profile))));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    [Fact]
    public void Open_WhenAnOldSchemaComesWithAnotherKey_TouchesNothing()
    {
        var key = File.ReadAllBytes(_folder.Options.KeyFile);
        Unpack("schema-1.zip");
        File.WriteAllBytes(_folder.Options.KeyFile, key);
        Assert.Equal(StoreErrorReason.WrongKey, _folder.ReasonToRefuse());
        Assert.Equal(1, _folder.Peek<long>("PRAGMA user_version"));
    }

    private void Unpack(string name)
    {
        using var archive = new ZipArchive(typeof(MigrationTests).Assembly.GetManifestResourceStream(name)!);
        archive.ExtractToDirectory(_folder.Root, overwriteFiles: true);
        File.SetUnixFileMode(_folder.Options.KeyFile, UnixFileMode.UserRead);
    }
}
