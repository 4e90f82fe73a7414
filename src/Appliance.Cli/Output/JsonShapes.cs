using System.Text.Json.Serialization;

namespace Appliance.Cli.Output;

// What --json prints. Scripts read these names: one may be added, none is renamed.

internal sealed record AppointmentJson(
    string Id, string Start, DateTimeOffset StartUtc, double Minutes, string Doctor, string VisitType, string Name, string BirthDate, string Phone, string Reason, string BookedBy, DateTimeOffset BookedAt, string Status);

internal sealed record AppointmentEventJson(string What, DateTimeOffset At, string By, string? Start, string? Doctor, string? VisitType, string Reason);

internal sealed record CallbackJson(string Id, string Status, string? Name, string? Phone, string Reason, string Summary, string LeftBy, DateTimeOffset LeftAt);

internal sealed record CallSummaryJson(
    string Id, DateTimeOffset StartedAt, double Seconds, string Outcome, string? AppointmentId, string? CallbackId, bool Erased, bool Recorded);

internal sealed record TurnJson(string Role, double From, double To, string Text, string? EndReason, double? Confidence);

internal sealed record TurnLatencyJson(int Turn, string Stage, double Milliseconds);

internal sealed record CallJson(
    string Id, DateTimeOffset StartedAt, double Seconds, string Outcome, string? CallerNumber, string? AppointmentId, string? CallbackId, IReadOnlyList<TurnJson> Turns, IReadOnlyList<TurnLatencyJson> Latencies);

internal sealed record StageJson(string Stage, int Turns, double P50, double P95, double Max);

internal sealed record LatencyJson(int Calls, string Unit, IReadOnlyList<StageJson> Stages);

internal sealed record FindingJson(string Area, string State, string What, string? Mend);

internal sealed record DoctorJson(bool Ok, IReadOnlyList<FindingJson> Findings);

internal sealed record AuditEntryJson(long Sequence, DateTimeOffset Time, string Actor, string Action, string Subject);

internal sealed record AuditFaultJson(string Kind, long Sequence);

internal sealed record AuditJson(bool Sound, long Entries, int Checkpoints, DateTimeOffset? LastEntry, IReadOnlyList<AuditFaultJson> Faults);

internal sealed record PackProblemJson(string? Stage, string File, string Kind, string Message, string Mend);

internal sealed record PackJson(string Name, string? Version, bool InUse, bool Sound, IReadOnlyList<string> Stages, IReadOnlyList<PackProblemJson> Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<AppointmentJson>))]
[JsonSerializable(typeof(IReadOnlyList<AppointmentEventJson>))]
[JsonSerializable(typeof(IReadOnlyList<CallbackJson>))]
[JsonSerializable(typeof(IReadOnlyList<CallSummaryJson>))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntryJson>))]
[JsonSerializable(typeof(IReadOnlyList<PackJson>))]
[JsonSerializable(typeof(CallJson))]
[JsonSerializable(typeof(LatencyJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(AuditJson))]
internal sealed partial class JsonShapes : JsonSerializerContext;
