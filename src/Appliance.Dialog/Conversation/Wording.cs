using Appliance.Dialog.Facts;
using Appliance.Dialog.Speech;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Values of slots and facts in words.</summary>
internal static class Wording
{
    /// <summary>"Doctor Patel"; "the doctor" where the clinic no longer knows the id.</summary>
    public static string Doctor(ClinicFacts facts, string? id) => facts.Doctor(id) is { } doctor ? $"Doctor {doctor.FamilyName}" : "the doctor";

    /// <summary>"Doctor Patel, Doctor Chen or Doctor Kim".</summary>
    public static string Doctors(ClinicFacts facts) => List([.. facts.Doctors.Select(d => $"Doctor {d.FamilyName}")], "or");

    /// <summary>"Tuesday, March 3rd at 2:30 PM or Wednesday…" halves: the second leaves out the day if it is the same.</summary>
    public static (string First, string Second) Offers(ClinicFacts facts, OpeningHandle first, OpeningHandle second, bool nameDoctors)
    {
        var one = SpokenTime.DayAndTime(first.Start);
        var two = first.Start.Date == second.Start.Date ? SpokenTime.Of(TimeOnly.FromDateTime(second.Start)) : SpokenTime.DayAndTime(second.Start);
        if (!nameDoctors)
        {
            return (one, two);
        }

        var same = string.Equals(first.DoctorId, second.DoctorId, StringComparison.Ordinal);
        return (same ? one : $"{one} with {Doctor(facts, first.DoctorId)}", $"{two} with {Doctor(facts, second.DoctorId)}");
    }

    /// <summary>What was asked for: "2:30 PM on Tuesday, March 3rd", "anything on Tuesday, March 3rd", "anything then".</summary>
    public static string Wish(BookingSlots slots) => (slots.Day, slots.Time?.Near) switch
    {
        ({ IsOneDay: true } day, TimeOnly time) => $"{SpokenTime.Of(time)} on {SpokenDate.Day(day.From)}",
        ({ IsOneDay: true } day, null) => $"anything {PartOfDay(slots)}on {SpokenDate.Day(day.From)}",
        (_, TimeOnly time) => SpokenTime.Of(time),
        _ => "anything then",
    };

    /// <summary>That the clinic is closed on a date, and for which holiday if it is one.</summary>
    public static string Closed(ClinicFacts facts, DateOnly day, string name) => facts.ClosedOn(day) is { } holiday
        ? Phrases.Of(PhraseId.ClosedForHoliday, 0, ("day", SpokenDate.Day(day)), ("holiday", holiday.Name))
        : Phrases.Of(PhraseId.ClosedOnDay, 0, ("day", name));

    /// <summary>"Monday from 8 AM to 5 PM, Tuesday…", equal neighbours joined: "Monday to Friday from 8 AM to 5 PM".</summary>
    public static string Hours(ClinicFacts facts)
    {
        var parts = new List<string>();
        var days = facts.Hours.OrderBy(h => ((int)h.Day + 6) % 7).ToArray();
        for (var i = 0; i < days.Length;)
        {
            var last = i;
            while (last + 1 < days.Length && days[last + 1].Opens == days[i].Opens && days[last + 1].Closes == days[i].Closes && ((int)days[last + 1].Day + 6) % 7 == (((int)days[last].Day + 6) % 7) + 1)
            {
                last++;
            }

            var span = last == i ? $"{days[i].Day}" : $"{days[i].Day} to {days[last].Day}";
            parts.Add($"{span} from {SpokenTime.Of(days[i].Opens)} to {SpokenTime.Of(days[i].Closes)}");
            i = last + 1;
        }

        return List([.. parts], "and");
    }

    /// <summary>One line for a person who takes over: what is known, in fixed order.</summary>
    public static string Summary(ConversationState state, ClinicFacts facts)
    {
        var slots = state.Slots;
        List<string> parts = [slots.WantsBooking ? "Wants an appointment" : "Called the clinic"];
        AddIf(parts, slots.Reason, "reason: ");
        AddIf(parts, slots.DoctorId is null ? null : Doctor(facts, slots.DoctorId), "with ");
        AddIf(parts, slots.Chosen is null ? slots.Day is { } day ? SpokenDate.Wish(day) : null : SpokenTime.DayAndTime(slots.Chosen.Start), "for ");
        AddIf(parts, slots.Name, "name: ");
        AddIf(parts, slots.BirthDate is { } born ? SpokenDate.Full(born) : null, "born ");
        AddIf(parts, slots.Phone, "phone: ");
        AddIf(parts, state.Outcome is CallOutcome.Booked ? "an appointment was booked in this call" : null, "");
        return string.Join("; ", parts);
    }

    private static string PartOfDay(BookingSlots slots) => slots.Time is { Near: null, Earliest: false } time
        ? time.Window.To <= new TimeOnly(12, 0) ? "in the morning " : time.Window.From >= new TimeOnly(12, 0) ? "in the afternoon " : ""
        : "";

    private static string List(string[] items, string link) =>
        items.Length <= 1 ? string.Concat(items) : $"{string.Join(", ", items[..^1])} {link} {items[^1]}";

    private static void AddIf(List<string> parts, string? value, string label)
    {
        if (!string.IsNullOrEmpty(value))
        {
            parts.Add(label + value);
        }
    }
}
