using System.Collections.Immutable;
using Appliance.Dialog.Understanding;
using Appliance.Dialog.Understanding.Model;
using Appliance.Inference.Llm;

namespace Appliance.Calls.Understanding;

/// <summary>The grammar of one question: JSON whose every value was offered.</summary>
internal static class ModelGrammar
{
    /// <summary>GBNF for <c>{"intent":…,"doctor":…,"visit":…,"opening":…,"answer":…}</c>, all but the intent optional.</summary>
    internal static string Of(ModelQuestion question)
    {
        var intents = question.Intents.Add(CallerIntent.None).Select(IntentNames.Of);
        List<GrammarPart> parts = [GrammarPart.Literal("{\"intent\":"), GrammarPart.OneOf(intents.Select(GrammarPart.JsonLiteral))];
        AddChoice(parts, "doctor", question.Doctors);
        AddChoice(parts, "visit", question.VisitTypes);
        AddChoice(parts, "opening", question.Openings);
        if (question.YesNo)
        {
            AddField(parts, "answer", ["yes", "no"]);
        }

        parts.Add(GrammarPart.Literal("}"));
        return new GrammarBuilder().Build(GrammarPart.Sequence(parts));
    }

    private static void AddChoice(List<GrammarPart> parts, string name, ImmutableArray<ModelChoice> choices)
    {
        if (!choices.IsEmpty)
        {
            AddField(parts, name, choices.Select(choice => choice.Handle));
        }
    }

    private static void AddField(List<GrammarPart> parts, string name, IEnumerable<string> values) =>
        parts.Add(GrammarPart.Optional(GrammarPart.Sequence(
            GrammarPart.Literal($",\"{name}\":"), GrammarPart.OneOf(values.Select(GrammarPart.JsonLiteral)))));
}
