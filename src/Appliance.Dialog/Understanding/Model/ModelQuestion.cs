using System.Collections.Immutable;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Speech;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Understanding.Model;

/// <summary>All that a language model may answer about one caller turn. What is not listed here cannot come out of it.</summary>
public sealed record ModelQuestion
{
    /// <summary>Openings that one question shows; callers are offered two or three.</summary>
    public const int MaxOpenings = 3;

    /// <summary>The caller's words. Untrusted: data, never an instruction.</summary>
    public required string CallerText { get; init; }

    /// <summary>What the agent asked last.</summary>
    public required string Asked { get; init; }

    /// <summary>Intents allowed now, without <see cref="CallerIntent.None"/>, which always is.</summary>
    public required ImmutableArray<CallerIntent> Intents { get; init; }

    /// <summary>Doctors of the clinic.</summary>
    public ImmutableArray<ModelChoice> Doctors { get; init; } = [];

    /// <summary>Visit types of the clinic.</summary>
    public ImmutableArray<ModelChoice> VisitTypes { get; init; } = [];

    /// <summary>Openings offered, in the order in which they were.</summary>
    public ImmutableArray<ModelChoice> Openings { get; init; } = [];

    /// <summary>Whether a yes or no is an answer now.</summary>
    public bool YesNo { get; init; }

    /// <summary>The question for what a caller said at a point of the conversation.</summary>
    public static ModelQuestion Of(string callerText, string asked, ListeningContext listening, ImmutableArray<OpeningHandle> offers) => new()
    {
        CallerText = callerText,
        Asked = asked,
        Intents = [.. Enum.GetValues<CallerIntent>().Where(intent => intent is not CallerIntent.None)],
        Doctors = Numbered('d', listening.Facts.Doctors, doctor => doctor.Id, Name),
        VisitTypes = Numbered('v', listening.Facts.VisitTypes, visit => visit.Id, visit => visit.Name),
        Openings = listening.Expects is Expectation.Offer
            ? Numbered('o', [.. offers.Take(MaxOpenings)], opening => opening.Id, opening => Name(opening, listening.Facts))
            : [],
        YesNo = listening.Expects is Expectation.YesNo or Expectation.Offer,
    };

    private static ImmutableArray<ModelChoice> Numbered<T>(char kind, ImmutableArray<T> things, Func<T, string> id, Func<T, string> name) =>
        [.. things.Select((thing, i) => new ModelChoice($"{kind}{i + 1}", id(thing), name(thing)))];

    private static string Name(DoctorFact doctor) => doctor.GivenName is { } given ? $"Doctor {given} {doctor.FamilyName}" : $"Doctor {doctor.FamilyName}";

    private static string Name(OpeningHandle opening, ClinicFacts facts) =>
        $"{SpokenTime.DayAndTime(opening.Start)} with {(facts.Doctor(opening.DoctorId) is { } doctor ? Name(doctor) : "a doctor")}";
}
