using System.Text.Json;
using System.Text.Json.Serialization;

namespace Appliance.Clinic.Profiles;

/// <summary>The JSON form of a clinic profile, as typed by people: everything may be missing. Durations in minutes or days.</summary>
internal sealed record ClinicProfileDocument(
    string? Name,
    string? TimeZone,
    IReadOnlyList<HoursDocument>? Hours,
    IReadOnlyList<ClosedDayDocument>? ClosedDays,
    IReadOnlyList<DoctorDocument>? Doctors,
    IReadOnlyList<VisitTypeDocument>? VisitTypes,
    string? DefaultVisitType,
    double? LeadTimeMinutes,
    double? ChangeLeadTimeMinutes,
    double? HorizonDays,
    double? GridMinutes,
    double? HoldMinutes,
    bool? IdentityNeedsPhone);

internal sealed record HoursDocument(IReadOnlyList<string>? Days, string? From, string? To);

internal sealed record ClosedDayDocument(string? Date, string? Name);

internal sealed record AbsenceDocument(string? FirstDay, string? LastDay);

internal sealed record DoctorDocument(
    string? Id,
    string? Name,
    IReadOnlyList<string>? SpokenNames,
    IReadOnlyList<HoursDocument>? Hours,
    IReadOnlyList<AbsenceDocument>? Absences);

internal sealed record VisitTypeDocument(
    string? Id,
    string? Name,
    double? Minutes,
    double? BufferMinutes,
    IReadOnlyList<string>? Keywords,
    IReadOnlyList<string>? Doctors);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ClinicProfileDocument))]
internal sealed partial class ClinicProfileJson : JsonSerializerContext;
