namespace Appliance.Store.Keys;

/// <summary>What a key derived from the master key is for; no key serves two purposes. The number is part of the derivation.</summary>
internal enum KeyPurpose
{
    KeyCheck = 1,
    Documents = 2,
    CallKeyWrapping = 3,
    PhoneIndex = 4,
    NameIndex = 5,
    BirthDateIndex = 6,
    IdempotencyIndex = 7,
    AuditEntries = 8,
    AuditHead = 9,
    AuditCheckpoints = 10,
}
