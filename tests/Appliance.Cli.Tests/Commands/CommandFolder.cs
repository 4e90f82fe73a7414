using System.Text.Json;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Patients;
using Appliance.Clinic.Profiles;
using Appliance.Store;
using Appliance.Store.Calls;
using Appliance.Store.Keys;
using Appliance.Store.Recordings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Tests.Commands;

/// <summary>A folder with a key and, if filled, a store; runs commands on it in this process. Gone afterwards.</summary>
internal sealed class CommandFolder : IDisposable
{
    public const string CallId = "call-test";

    private static readonly Actor s_call = Actor.Call(CallId);

    public CommandFolder() => KeyFile.Create(Key);

    public string Root { get; } = Directory.CreateTempSubdirectory("appliance-cli-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Key => Path.Combine(Root, "key");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs a command with the folder's data and key.</summary>
    public Task<CommandOutcome> RunAsync(params string[] arguments) => RunBareAsync([.. arguments, "--data", Data, "--key", Key]);

    public static async Task<CommandOutcome> RunBareAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, output, error);
        return new CommandOutcome(code, output.ToString(), error.ToString());
    }

    public ApplianceStore OpenStore() => ApplianceStore.Open(
        new StoreOptions { DataDirectory = Data, KeyFile = Key }, TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>Books an appointment, leaves a callback, and keeps a call of two turns with half a second of sound.</summary>
    public async Task<Appointment> FillAsync()
    {
        await using var store = OpenStore();
        var appointment = await BookAsync(store.OpenBook(ClinicProfile.Demo()));
        await store.Callbacks.AddAsync(
            new CallbackRequest("Robin Example", "5550104478", "Asked for a person", "Wants to talk"), new IdempotencyKey("k:1"), s_call, Cancellation);
        await using (var recording = await store.Recordings.OpenWriterAsync(CallId, new RecordingFormat(16_000, 2), s_call, Cancellation))
        {
            recording.Append(new byte[32_000]);
            await recording.CompleteAsync();
        }

        await store.Calls.SaveAsync(Call(appointment.Id.Value), s_call, Cancellation);
        return appointment;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static CallRecord Call(string appointmentId) => new()
    {
        Id = CallId,
        StartedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1),
        EndedAt = TimeProvider.System.GetUtcNow(),
        Outcome = "booked",
        CallerNumber = "5550104477",
        AppointmentId = appointmentId,
        Turns =
        [
            new CallTurn(TurnRole.Agent, TimeSpan.Zero, TimeSpan.FromSeconds(2), "How can I help you?"),
            new CallTurn(TurnRole.Caller, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), "An [appointment], please", "CompleteAnswer", 0.9),
        ],
        Latencies = [.. Enumerable.Range(1, 20).Select(turn => new StageLatency(turn, "total", TimeSpan.FromMilliseconds(10 * turn)))],
    };

    private static async Task<Appointment> BookAsync(IAppointmentBook book)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var query = new OpeningQuery { FirstDay = today.AddDays(2), LastDay = today.AddDays(20), Limit = 1 };
        var opening = Assert.Single(await book.FindOpeningsAsync(query, s_call, Cancellation));
        var hold = Assert.IsType<HoldResult.Placed>(await book.HoldAsync(opening.Id, new IdempotencyKey("h:1"), s_call, Cancellation)).Hold;
        var details = new BookingDetails(new PatientDetails("Patricia O'Example", new DateOnly(1971, 4, 23), "5550104477"), "Sore elbow");
        var result = await book.BookAsync(hold.Id, details, new IdempotencyKey("b:1"), s_call, Cancellation);
        return Assert.IsType<BookingResult.Booked>(result).Appointment;
    }
}

/// <summary>What a command answered.</summary>
internal sealed record CommandOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>The JSON document that the command printed.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Asserts one clear line, an exit code of 1 and no stack trace.</summary>
    public string FailsWithOneLine()
    {
        Assert.Equal(1, ExitCode);
        Assert.DoesNotContain("   at ", Output + Error, StringComparison.Ordinal);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        return line;
    }
}
