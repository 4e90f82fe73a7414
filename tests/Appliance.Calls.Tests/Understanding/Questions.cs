using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;
using Appliance.Dialog.Understanding.Model;

namespace Appliance.Calls.Tests.Understanding;

/// <summary>Questions about the demo clinic.</summary>
internal static class Questions
{
    internal static ClinicFacts Facts { get; } = ClinicFactsOf.Profile(ClinicProfile.Demo(), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    internal static ListeningContext Listening { get; } = new(Expectation.Offer, Facts);

    internal static ModelQuestion About(string text) => ModelQuestion.Of(
        text,
        "Which one would you like?",
        Listening,
        [new OpeningHandle("x1", Facts.Doctors[0].Id, new DateTime(2026, 11, 24, 10, 0, 0)), new OpeningHandle("x2", Facts.Doctors[1].Id, new DateTime(2026, 11, 25, 15, 30, 0))]);
}
