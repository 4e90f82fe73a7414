namespace Appliance.Clinic;

/// <summary>
/// Names one intended effect, e.g. "call-7f3a:tool-4": asking twice with the same key has the effect once and gives the same answer.
/// The same key for a different request is refused.
/// </summary>
public sealed record IdempotencyKey
{
    public IdempotencyKey(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public override string ToString() => Value;
}
