using System.Collections.Immutable;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>Which of the offers a caller means: by order, by day, by time, by part of day, or by a plain yes to a single one.</summary>
internal static class OfferSelection
{
    /// <summary>The one offer meant, or null if none or more than one fits.</summary>
    public static OpeningHandle? Pick(ImmutableArray<OpeningHandle> offers, Understood heard)
    {
        if (offers.IsEmpty)
        {
            return null;
        }

        if (heard.Day is not null || heard.Time is { Earliest: false })
        {
            var fitting = offers.Where(o => SlotUpdates.Fits(o.Start, heard)).Take(2).ToArray();
            return fitting.Length == 1 ? fitting[0] : null;
        }

        return heard.Choice switch
        {
            OfferChoice.First or OfferChoice.Either => offers[0],
            OfferChoice.Earlier => offers.MinBy(o => o.Start),
            OfferChoice.Later => offers.MaxBy(o => o.Start),
            OfferChoice.Second when offers.Length > 1 => offers[1],
            OfferChoice.Third when offers.Length > 2 => offers[2],
            OfferChoice.Last => offers[^1],
            OfferChoice.None when heard.Time is { Earliest: true } => offers.MinBy(o => o.Start),
            OfferChoice.None when heard.YesNo == true && offers.Length == 1 => offers[0],
            _ => null,
        };
    }
}
