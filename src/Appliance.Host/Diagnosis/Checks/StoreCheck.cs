using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The store, where there is one: it opens with the key and its audit trail is sound.</summary>
internal static class StoreCheck
{
    private const string Area = "store";

    public static async Task<IReadOnlyList<Finding>> RunAsync(ApplianceOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!StorePlace.HasStore(options))
        {
            return [Finding.Ok(Area, "nothing is stored yet")];
        }

        try
        {
            await using var store = ApplianceStore.Open(options.Store, time, NullLoggerFactory.Instance);
            var audit = await store.Audit.VerifyAsync(cancellationToken);
            return audit.IsSound
                ? [Finding.Ok(Area, $"opens with the key; {audit.Entries} audit entries and {audit.Checkpoints} checkpoints are sound")]
                : [Finding.Fail(Area, $"the audit trail has {audit.Faults.Count} faults, the first: {audit.Faults[0].Kind} at {audit.Faults[0].Sequence}", "See 'appliance audit verify'; restore the last backup.")];
        }
        catch (Exception error) when (FailureExplanation.Of(error) is not null)
        {
            return [Finding.Fail(Area, FailureExplanation.Of(error)!.Message, "Mend what it says; nothing was changed.")];
        }
        catch (ArgumentException)
        {
            return [Finding.Fail(Area, "cannot be opened with these settings", "Mend the settings first.")];
        }
    }
}
