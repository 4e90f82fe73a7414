using Appliance.Clinic;

namespace Appliance.Store.Callbacks;

/// <summary>The sealed body of a callback task.</summary>
internal sealed record CallbackBody(string? Name, string? Phone, string Reason, string Summary, ActorKind LeftByKind, string LeftById);
