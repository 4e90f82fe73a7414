using System.Text.Json.Serialization;
using Appliance.Store.Appointments;
using Appliance.Store.Callbacks;
using Appliance.Store.Calls;
using Appliance.Store.Patients;

namespace Appliance.Store.Sealing;

/// <summary>The JSON forms of all sealed bodies, generated at build time.</summary>
[JsonSerializable(typeof(PatientBody))]
[JsonSerializable(typeof(HoldBody))]
[JsonSerializable(typeof(AppointmentBody))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(CallRecord))]
internal sealed partial class StoreJson : JsonSerializerContext;
