using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>Puts what was understood into the slots, whichever question was asked: mixed initiative and corrections.</summary>
internal static class SlotUpdates
{
    /// <summary>The state with new slots, and what changed. A chosen opening that no longer fits is dropped.</summary>
    public static (ConversationState State, SlotChange Change) Apply(ConversationState state, Understood heard)
    {
        var slots = state.Slots;
        var change = SlotChange.None;
        if (state.CallbackReason is null)
        {
            slots = Reason(slots, heard, ref change);
            slots = Doctor(slots, heard, state.Stage, ref change);
            slots = When(slots, heard, state.Stage, ref change);
        }

        slots = Name(slots, heard, state.Stage, ref change);
        slots = BirthDate(slots, heard, ref change);
        slots = Phone(slots, heard, state.Stage, ref change);
        if ((change & (SlotChange.Doctor | SlotChange.When)) == SlotChange.None)
        {
            return (state with { Slots = slots }, change);
        }

        return (state with { Slots = slots with { Chosen = null }, Found = [], Offers = [], SearchWidth = 0 }, change);
    }

    private static bool IsBeforeChoice(Stage stage) => stage is <= Stage.Holding or Stage.AnythingElse or Stage.Closing;

    private static BookingSlots Reason(BookingSlots slots, Understood heard, ref SlotChange change)
    {
        if (heard.Reason is not { } reason || (slots.Reason is not null && (!heard.Corrects || reason.VisitTypeId is null || reason.VisitTypeId == slots.VisitTypeId)))
        {
            return slots;
        }

        change |= SlotChange.Reason;
        return slots with { Reason = reason.Words, VisitTypeId = reason.VisitTypeId };
    }

    private static BookingSlots Doctor(BookingSlots slots, Understood heard, Stage stage, ref SlotChange change)
    {
        if (heard.Doctor is { DoctorId: { } id } && !string.Equals(id, slots.DoctorId, StringComparison.Ordinal))
        {
            change |= SlotChange.Doctor;
            var day = slots.Chosen is { } was ? DayWish.On(DateOnly.FromDateTime(was.Start)) : slots.Day;
            return slots with { DoctorId = id, DoctorKnown = true, Day = day, Time = AgreedTime(slots) };
        }

        if (heard.Doctor is { Any: true } && (!slots.DoctorKnown || (slots.DoctorId is not null && stage is Stage.Offer or Stage.Change or Stage.Confirm)))
        {
            change |= SlotChange.Doctor;
            return slots with { DoctorId = null, DoctorKnown = true };
        }

        return slots;
    }

    private static BookingSlots When(BookingSlots slots, Understood heard, Stage stage, ref SlotChange change)
    {
        var nothingElse = stage is Stage.Name or Stage.FamilyName or Stage.Spelling or Stage.NameCheck && heard.Name is null && heard.YesNo is null;
        var open = IsBeforeChoice(stage) || heard.Corrects || nothingElse || stage is Stage.Confirm or Stage.Change;
        if (!open || (heard.Day is null && heard.Time is null) || stage is Stage.Offer)
        {
            return slots;
        }

        if (slots.Chosen is { } chosen && Fits(chosen.Start, heard))
        {
            return slots;
        }

        var agreedDay = slots.Chosen is { } was ? DayWish.On(DateOnly.FromDateTime(was.Start)) : slots.Day;
        var updated = slots with { Day = heard.Day ?? agreedDay, Time = heard.Time ?? AgreedTime(slots) };
        change |= updated == slots ? SlotChange.None : SlotChange.When;
        return updated;
    }

    private static TimeWish? AgreedTime(BookingSlots slots) =>
        slots.Chosen is { } was ? TimeWish.At(TimeOnly.FromDateTime(was.Start)) : slots.Time;

    /// <summary>Whether a start is what was asked for.</summary>
    internal static bool Fits(DateTime start, Understood heard)
    {
        var time = TimeOnly.FromDateTime(start);
        return (heard.Day is not { } day || day.Contains(DateOnly.FromDateTime(start)))
            && (heard.Time is not { } wish || wish.Fits(time));
    }

    private static BookingSlots Name(BookingSlots slots, Understood heard, Stage stage, ref SlotChange change)
    {
        var asked = stage is Stage.Name or Stage.FamilyName or Stage.Spelling || (stage is Stage.NameCheck or Stage.Confirm or Stage.Change && heard.YesNo != true);
        var told = heard.Words.HasAny("my name is", "the name is", "this is", "i'm", "last name", "first name", "my name's");
        if (heard.Name is not { } name || !(asked || told) || (slots.NameConfirmed && !asked && !heard.Corrects))
        {
            return slots;
        }

        var updated = slots with { GivenName = name.Given ?? slots.GivenName, FamilyName = name.Family ?? slots.FamilyName, Spelled = name.Spelled || (slots.Spelled && name.Family is null) };
        if (updated == slots)
        {
            return slots;
        }

        change |= SlotChange.Name;
        return updated with { NameConfirmed = false };
    }

    private static BookingSlots BirthDate(BookingSlots slots, Understood heard, ref SlotChange change)
    {
        if (heard.BirthDate is not { Date: { } date } || date == slots.BirthDate)
        {
            return slots;
        }

        change |= SlotChange.BirthDate;
        return slots with { BirthDate = date };
    }

    private static BookingSlots Phone(BookingSlots slots, Understood heard, Stage stage, ref SlotChange change)
    {
        var asked = stage is Stage.Phone or Stage.PhoneCheck or Stage.Confirm or Stage.Change;
        if (heard.Phone is not { } digits || !PhoneParser.IsWhole(digits) || (!asked && slots.Phone is not null) || digits == slots.Phone)
        {
            return slots;
        }

        change |= SlotChange.Phone;
        return slots with { Phone = digits, PhoneConfirmed = false };
    }
}
