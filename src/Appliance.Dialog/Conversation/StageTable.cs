using System.Collections.Frozen;
using Appliance.Dialog.Conversation.Stages;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>The stages of the conversation.</summary>
internal static class StageTable
{
    private static readonly FrozenDictionary<Stage, IStage> _stages = new Dictionary<Stage, IStage>
    {
        [Stage.Intent] = new IntentStage(PhraseId.AskIntent),
        [Stage.Reason] = new ReasonStage(),
        [Stage.Doctor] = new DoctorStage(),
        [Stage.DayAndTime] = new DayAndTimeStage(),
        [Stage.Searching] = new WaitStage(),
        [Stage.Offer] = new OfferStage(),
        [Stage.Holding] = new WaitStage(),
        [Stage.Name] = new NameStage(Expectation.Name),
        [Stage.FamilyName] = new NameStage(Expectation.FamilyName),
        [Stage.Spelling] = new NameStage(Expectation.Spelling),
        [Stage.NameCheck] = new NameCheckStage(),
        [Stage.BirthDate] = new BirthDateStage(),
        [Stage.Phone] = new PhoneStage(),
        [Stage.PhoneCheck] = new PhoneCheckStage(),
        [Stage.Confirm] = new ConfirmStage(),
        [Stage.Change] = new ChangeStage(),
        [Stage.Booking] = new WaitStage(),
        [Stage.AnythingElse] = new IntentStage(PhraseId.AnythingElse),
        [Stage.Transferring] = new WaitStage(),
        [Stage.CallbackOffer] = new CallbackOfferStage(),
        [Stage.SavingCallback] = new WaitStage(),
        [Stage.Closing] = new IntentStage(PhraseId.AnythingElse),
    }.ToFrozenDictionary();

    /// <summary>The behaviour of a stage.</summary>
    public static IStage Of(Stage stage) => _stages[stage];
}
