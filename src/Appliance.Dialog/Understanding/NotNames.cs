using System.Collections.Frozen;

namespace Appliance.Dialog.Understanding;

/// <summary>Words that are never taken for a person's name.</summary>
internal static class NotNames
{
    private static readonly FrozenSet<string> _politeness = Set("um uh er hmm hi hello hey yes yeah yep sure okay ok well so please oh no nope and");

    private static readonly FrozenSet<string> _words = Set(
        "i i'm i'd i'll i've you your he she it it's its we they me my mine is are was were be been am do does did don't doesn't didn't have has had "
        + "can can't cannot could would will won't should what when where who whose why how which that that's this these those the a an of in on at to from for with by "
        + "about after before around or but not if then there here yes no okay ok please thank thanks bye goodbye hello sorry pardon wait actually right correct wrong "
        + "perfect fine good great sounds works today tomorrow tonight morning afternoon evening noon next week month day time monday tuesday wednesday thursday friday "
        + "saturday sunday january february march april june july august september october november december appointment appointments doctor clinic office "
        + "person human agent operator representative nurse robot machine someone anyone somebody anybody everybody earlier later earliest first second third one two three four five "
        + "six seven eight nine ten eleven twelve repeat again say said need want like book schedule cancel reschedule change confirm calling call number phone name last spelled spell "
        + "birth birthday born date checkup physical cold headache cough fever rash pain shot blood work hold hang know sure maybe think just really very ridiculous frustrating recorded "
        + "running late outside new patient existing speaking something anything nothing everything all any some other another more much many only never mind help question questions "
        + "both either neither doesn't matter let get got give take see visit son daughter mother father wife husband child kid insurance bill billing refill results records");

    /// <summary>Whether a word only opens or softens an answer.</summary>
    public static bool IsPoliteness(string word) => _politeness.Contains(word);

    /// <summary>Whether a word is known not to be a name.</summary>
    public static bool Contains(string word) => _words.Contains(word) || _politeness.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
