using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Host.Registration;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The settings and the password files that they name.</summary>
internal static class SettingsCheck
{
    private const string Area = "settings";

    public static IEnumerable<Finding> Run(ApplianceOptions options)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
        {
            return problems.Select(problem => Finding.Fail(Area, problem, "Mend the settings file or the command line."));
        }

        try
        {
            ConfiguredAccounts.Load(options.Sip);
            return [Finding.Ok(Area, $"all values are in their ranges, {options.Sip.Accounts.Length} SIP accounts")];
        }
        catch (ApplianceException error)
        {
            return [Finding.Fail(Area, error.Message, "Mend the password files of the SIP accounts.")];
        }
    }
}
