using System.Globalization;
using System.Text;

namespace Appliance.Store.Sealing;

/// <summary>
/// Which document, in which version: the associated data of its seal, so that a body cannot be moved to another row, table or version.
/// None of the parts may hold a line break.
/// </summary>
internal readonly record struct DocumentName(string Collection, string Id, long Version)
{
    public byte[] ToAssociatedData() =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Collection}\n{Id}\n{Version}"));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Collection}/{Id} v{Version}");
}
