namespace Appliance.Dialog.Speech;

/// <summary>Cuts a speech into sentences, the unit of synthesis.</summary>
public static class Sentences
{
    /// <summary>The first sentence with its end mark; the whole text if it is one sentence.</summary>
    public static string First(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && text[i + 1] == ' ')
            {
                return text[..(i + 1)];
            }
        }

        return text;
    }
}
