namespace Appliance.Dialog.Understanding;

/// <summary>Judges sentences that answer an open question: a wish, a reason, what to change.</summary>
internal static class OpenAnswerJudge
{
    /// <summary>The judgement; a sentence without its end mark is never complete.</summary>
    public static Completeness Judge(Understood heard, string text, ListeningContext context)
    {
        var judged = context.Expects switch
        {
            Expectation.Reason => OfReason(heard),
            Expectation.Intent => OfWish(heard),
            _ => HasValue(heard) ? Completeness.Extendable : Completeness.Neutral,
        };
        return judged is Completeness.Complete && !(text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!')) ? Completeness.Extendable : judged;
    }

    // A visit type says all; own words may go on.
    private static Completeness OfReason(Understood heard) => heard.Reason switch
    {
        { VisitTypeId: not null } => Completeness.Complete,
        null => HasValue(heard) ? Completeness.Extendable : Completeness.Neutral,
        _ => Completeness.Extendable,
    };

    private static Completeness OfWish(Understood heard)
    {
        if (heard.YesNo == false || heard.Has(Manner.Done))
        {
            return heard.Has(Manner.Thanks) ? Completeness.Complete : Completeness.Extendable;
        }

        var known = heard.Day is not null || heard.Time is not null || heard.Reason is not null;
        return heard.Intent switch
        {
            CallerIntent.Book when known => Completeness.Complete,
            CallerIntent.Hours or CallerIntent.WhichDoctors or CallerIntent.AreYouRobot or CallerIntent.IsRecorded => Completeness.Complete,
            CallerIntent.None when heard.YesNo is null && !HasValue(heard) && !heard.Has(Manner.Thanks) => Completeness.Neutral,
            _ => Completeness.Extendable,
        };
    }

    private static bool HasValue(Understood heard) =>
        heard.Day is not null || heard.Time is not null || heard.Reason is not null || heard.Doctor is { Unknown: null } || heard.Name is not null || heard.Phone is not null;
}
