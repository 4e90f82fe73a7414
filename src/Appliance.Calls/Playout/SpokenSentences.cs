using Appliance.Dialog.Speech;

namespace Appliance.Calls.Playout;

/// <summary>Cuts a speech into the sentences that are synthesised, and cached, one by one.</summary>
public static class SpokenSentences
{
    /// <summary>The sentences in order, without the blanks between them.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var sentence = Sentences.First(rest);
            yield return sentence;
            rest = rest[sentence.Length..].TrimStart();
        }
    }
}
