using System.Runtime.InteropServices;
using System.Text;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>Zero-terminated UTF-8 names at addresses that do not move, for native calls that take <c>char**</c>.</summary>
internal sealed class Utf8Names
{
    private readonly byte[] _text;
    private readonly nint[] _pointers;

    public Utf8Names(ReadOnlySpan<string> names)
    {
        var encoded = string.Concat(string.Join('\0', names!), "\0");
        _text = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(encoded), pinned: true);
        Encoding.UTF8.GetBytes(encoded, _text);
        _pointers = new nint[names.Length];
        var start = 0;
        for (var i = 0; i < names.Length; i++)
        {
            _pointers[i] = Marshal.UnsafeAddrOfPinnedArrayElement(_text, start);
            start += Encoding.UTF8.GetByteCount(names[i]) + 1;
        }
    }

    /// <summary>One pointer per name; valid as long as this object is reachable.</summary>
    public ReadOnlySpan<nint> Pointers => _pointers;
}
