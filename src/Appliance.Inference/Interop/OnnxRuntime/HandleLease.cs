using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>Keeps a native object alive while a native call uses it.</summary>
internal readonly ref struct HandleLease
{
    private readonly SafeHandle _handle;

    public HandleLease(SafeHandle handle)
    {
        var taken = false;
        handle.DangerousAddRef(ref taken);
        _handle = handle;
    }

    /// <summary>The native pointer; valid until <see cref="Dispose"/>.</summary>
    public nint Pointer => _handle.DangerousGetHandle();

    public void Dispose() => _handle.DangerousRelease();
}
