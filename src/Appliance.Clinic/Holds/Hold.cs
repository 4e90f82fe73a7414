using Appliance.Clinic.Openings;

namespace Appliance.Clinic.Holds;

/// <summary>The handle of a hold; random.</summary>
public sealed record HoldId
{
    public HoldId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static HoldId New() => new(Identifier.New("hold"));

    public override string ToString() => Value;
}

/// <summary>An opening kept for one holder until a moment; nobody else gets it meanwhile.</summary>
public sealed record Hold(HoldId Id, Opening Opening, Actor Holder, DateTimeOffset ExpiresAt);
