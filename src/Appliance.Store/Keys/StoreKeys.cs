namespace Appliance.Store.Keys;

/// <summary>All keys of one open store, derived once.</summary>
internal sealed class StoreKeys
{
    public StoreKeys(MasterKey master)
    {
        KeyCheck = master.Derive(KeyPurpose.KeyCheck);
        Documents = master.Derive(KeyPurpose.Documents);
        CallKeyWrapping = master.Derive(KeyPurpose.CallKeyWrapping);
        PhoneIndex = master.Derive(KeyPurpose.PhoneIndex);
        NameIndex = master.Derive(KeyPurpose.NameIndex);
        BirthDateIndex = master.Derive(KeyPurpose.BirthDateIndex);
        IdempotencyIndex = master.Derive(KeyPurpose.IdempotencyIndex);
        AuditEntries = master.Derive(KeyPurpose.AuditEntries);
        AuditHead = master.Derive(KeyPurpose.AuditHead);
        AuditCheckpoints = master.Derive(KeyPurpose.AuditCheckpoints);
    }

    public byte[] KeyCheck { get; }

    public byte[] Documents { get; }

    public byte[] CallKeyWrapping { get; }

    public byte[] PhoneIndex { get; }

    public byte[] NameIndex { get; }

    public byte[] BirthDateIndex { get; }

    public byte[] IdempotencyIndex { get; }

    public byte[] AuditEntries { get; }

    public byte[] AuditHead { get; }

    public byte[] AuditCheckpoints { get; }
}
