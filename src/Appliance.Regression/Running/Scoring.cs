using System.Collections.Immutable;
using Appliance.Calls.Records;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Dialog.Conversation;
using Appliance.Regression.Callers;
using Appliance.Regression.Scenarios;
using Appliance.Store;

namespace Appliance.Regression.Running;

/// <summary>Holds a call that is over against what its scenario expects.</summary>
internal static class Scoring
{
    private static readonly Actor Reader = Actor.User("replay");

    /// <summary>All that does not hold.</summary>
    public static async Task<ImmutableArray<string>> FailuresAsync(
        Expectation expect, CallRecord record, ReplayCaller caller, ApplianceStore store, IAppointmentBook book)
    {
        var failures = new List<string>();
        void Require(bool holds, string failure)
        {
            if (!holds)
            {
                failures.Add(failure);
            }
        }

        Require(record.Outcome == expect.Outcome, $"outcome is {record.Outcome}, expected {expect.Outcome}");
        Require(!caller.LeftOver.Any(), $"lines that never came: {string.Join(", ", caller.LeftOver)}");
        Words(expect, PhraseFinder.In(string.Join(' ', caller.Said)), Require);
        Counts(expect, record, Require);

        var actor = Actor.Call(record.Identity.CallId);
        var appointments = await book.ListAppointmentsAsync(new AppointmentQuery(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), Reader, CancellationToken.None);
        Fields("appointment", expect.Appointment, [.. appointments.Where(one => one.BookedBy == actor).Select(ScoredFields.Of)], Require);
        var callbacks = await store.Callbacks.ListAsync(status: null, Reader, CancellationToken.None);
        Fields("callback", expect.Callback, [.. callbacks.Where(one => one.LeftBy == actor).Select(ScoredFields.Of)], Require);

        var stored = await store.Calls.LoadAsync(record.Identity.CallId, Reader, CancellationToken.None);
        Require(stored is not null, "the call was not stored");
        Require(stored is null || stored.Turns.Count > 0 != expect.Erased, expect.Erased ? "the transcript was kept" : "the transcript was lost");
        Require(store.Recordings.Exists(record.Identity.CallId) != expect.Erased, expect.Erased ? "the recording was kept" : "the recording was lost");
        return [.. failures];
    }

    private static void Words(Expectation expect, ImmutableHashSet<PhraseId> said, Action<bool, string> require)
    {
        foreach (var phrase in expect.Said)
        {
            require(said.Contains(phrase), $"{phrase} was not said");
        }

        foreach (var phrase in expect.NotSaid)
        {
            require(!said.Contains(phrase), $"{phrase} was said");
        }
    }

    private static void Counts(Expectation expect, CallRecord record, Action<bool, string> require)
    {
        var counters = record.Counters;
        require(expect.MostTurns is not { } turns || counters.Turns <= turns, $"{counters.Turns} turns, at most {expect.MostTurns} expected");
        require(counters.PrematureCutoffs <= expect.MostCutoffs, $"{counters.PrematureCutoffs} premature cut-offs, at most {expect.MostCutoffs} expected");
        require(
            expect.FalseInterruptions is not { } pauses || counters.FalseInterruptions == pauses,
            $"{counters.FalseInterruptions} false interruptions, expected {expect.FalseInterruptions}");
        require(
            expect.Interruptions is not { } cuts || counters.Interruptions == cuts, $"{counters.Interruptions} interruptions, expected {expect.Interruptions}");
        var p95 = Quantile.Of(record.Turns.Select(turn => turn.Latency?.Total).OfType<TimeSpan>(), 0.95);
        require(
            expect.LatencyP95 is not { } most || p95 <= most, $"turn latency p95 is {p95?.TotalMilliseconds:F0} ms, at most {expect.LatencyP95?.TotalMilliseconds:F0} ms expected");
    }

    private static void Fields(
        string what, ImmutableSortedDictionary<string, string>? wanted, ImmutableArray<ImmutableSortedDictionary<string, string>> stored, Action<bool, string> require)
    {
        var expected = wanted is null ? 0 : 1;
        require(stored.Length == expected, $"{stored.Length} {what}s in the store, expected {expected}");
        if (stored.Length != 1 || wanted is null)
        {
            return;
        }

        foreach (var (field, value) in wanted)
        {
            require(string.Equals(stored[0][field], value, StringComparison.Ordinal), $"{what}.{field} is {stored[0][field]}, expected {value}");
        }
    }
}
