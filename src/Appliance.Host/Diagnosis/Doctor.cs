using System.Collections.Immutable;
using Appliance.Host.Diagnosis.Checks;
using Appliance.Host.Options;
using Appliance.Inference.Interop;

namespace Appliance.Host.Diagnosis;

/// <summary>Looks at everything that the appliance needs and changes nothing: no folder is made, no key, no store.</summary>
public static class Doctor
{
    /// <summary>All findings, in the order in which they should be mended.</summary>
    public static Task<ImmutableArray<Finding>> RunAsync(ApplianceOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        RunAsync(options, NativeLibraries.Locate(), time, cancellationToken);

    /// <summary>As above, with the native libraries of some folder.</summary>
    public static async Task<ImmutableArray<Finding>> RunAsync(
        ApplianceOptions options, NativeLibraryLocator libraries, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. SettingsCheck.Run(options),
            .. LibraryCheck.Run(libraries),
            .. await ModelCheck.RunAsync(options.ModelPack, cancellationToken),
            .. ClinicCheck.Run(options.ClinicProfile),
            .. KeyCheck.Run(options),
            .. DataDirectoryCheck.Run(options),
            .. LogDirectoryCheck.Run(options),
            .. await StoreCheck.RunAsync(options, time, cancellationToken),
            .. await PortCheck.RunAsync(options, time, cancellationToken),
            .. DiskCheck.Run(options),
            .. MachineCheck.Run(),
            .. ClockCheck.Run(time),
        ];
    }
}
