using System.Text.Json;
using Appliance.Dialog.Understanding.Model;
using Appliance.Inference.Llm;

namespace Appliance.Calls.Understanding;

/// <summary>Reads a model's answer back.</summary>
internal static class ModelAnswerJson
{
    /// <summary>The answer; null when it ended before its end.</summary>
    internal static ModelAnswer? Read(Completion completion)
    {
        if (completion.End is not CompletionEnd.GrammarComplete)
        {
            return null;
        }

        using var json = JsonDocument.Parse(completion.Text);
        var root = json.RootElement;
        return new ModelAnswer(
            Text(root, "intent"), Text(root, "doctor"), Text(root, "visit"), Text(root, "opening"), YesNo(Text(root, "answer")), completion.LeastProbability);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool? YesNo(string? answer) => answer switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
