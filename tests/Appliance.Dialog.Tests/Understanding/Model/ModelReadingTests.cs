using Appliance.Dialog.Facts;
using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;
using Appliance.Dialog.Understanding.Model;

namespace Appliance.Dialog.Tests.Understanding.Model;

public sealed class ModelReadingTests
{
    private static readonly ClinicFacts _facts = DemoClinic.FactsAt(new DateTime(2026, 11, 23, 9, 0, 0));
    private static readonly ListeningContext _listening = new(Expectation.Offer, _facts);
    private static readonly ModelQuestion _question = ModelQuestion.Of(
        "hm",
        "Which one?",
        _listening,
        [
            new OpeningHandle("a", _facts.Doctors[0].Id, new DateTime(2026, 11, 24, 10, 0, 0)),
            new OpeningHandle("b", _facts.Doctors[1].Id, new DateTime(2026, 11, 25, 15, 30, 0)),
        ]);

    private static readonly ModelAnswer _nothing = new("none", null, null, null, null, 0.9f);

    [Fact]
    public void Of_WhenHandlesWereOffered_FillsWhatTheRulesLeftOpen()
    {
        var understood = Read(new ModelAnswer("book", "d2", "v1", "o2", null, 0.9f));
        Assert.Equal(CallerIntent.Book, understood?.Intent);
        Assert.Equal(_facts.Doctors[1].Id, understood?.Doctor?.DoctorId);
        Assert.Equal(_facts.VisitTypes[0].Id, understood?.Reason?.VisitTypeId);
        Assert.Equal(OfferChoice.Second, understood?.Choice);
    }

    [Fact]
    public void Of_WhenRulesHeardSomething_KeepsIt()
    {
        var heard = RuleUnderstanding.Read("no, cancel it", _listening);
        var understood = ModelReading.Of(_question, new ModelAnswer("book", null, null, null, true, 1), heard, 0.5f);
        Assert.Equal(heard.Intent, understood?.Intent);
        Assert.False(understood?.YesNo);
        Assert.Equal(CallerIntent.Cancel, heard.Intent);
    }

    [Theory]
    [InlineData(0.49f, false)]
    [InlineData(0.5f, true)]
    [InlineData(float.NaN, false)]
    public void Of_WhenProbabilityIsBelowTheThreshold_IsNotUnderstood(float probability, bool taken) =>
        Assert.Equal(taken, Read(new ModelAnswer("book", null, null, null, null, probability)) is not null);

    [Fact]
    public void Of_WhenSomethingWasNotOffered_RefusesAll()
    {
        var good = new ModelAnswer("book", "d1", null, null, null, 1);
        Assert.NotNull(Read(good));
        ModelAnswer[] foreign = [good with { Intent = "delete" }, good with { Doctor = "d99" }, good with { VisitType = "x" }, good with { Opening = "o3" }, good with { Doctor = _facts.Doctors[0].Id }];
        Assert.All(foreign, answer => Assert.Null(Read(answer)));
        Assert.Null(ModelReading.Of(_question with { YesNo = false }, good with { YesNo = true }, Heard(), 0.5f));
        Assert.Null(ModelReading.Of(_question with { Intents = [CallerIntent.Cancel] }, good, Heard(), 0.5f));
    }

    [Fact]
    public void Of_WhenAnswerIsMissingOrEmpty_IsNotUnderstood()
    {
        Assert.Null(Read(null));
        Assert.Null(Read(_nothing));
        Assert.NotNull(Read(_nothing with { YesNo = true }));
    }

    [Fact]
    public void Question_WhenNothingIsOffered_AllowsNoOpeningAndNoYes()
    {
        var question = ModelQuestion.Of("hm", "How can I help?", _listening with { Expects = Expectation.Intent }, []);
        Assert.Empty(question.Openings);
        Assert.False(question.YesNo);
        Assert.DoesNotContain(CallerIntent.None, question.Intents);
        Assert.Equal(_facts.Doctors.Length, question.Doctors.Length);
        Assert.DoesNotContain(question.Doctors, doctor => doctor.Handle == doctor.Id);
    }

    [Fact]
    public void Names_WhenReadBack_GiveEveryIntent() =>
        Assert.All(Enum.GetValues<CallerIntent>(), intent => Assert.Equal(intent, IntentNames.Find(IntentNames.Of(intent))));

    private static Understood Heard() => RuleUnderstanding.Read("hm", _listening);

    private static Understood? Read(ModelAnswer? answer) => ModelReading.Of(_question, answer, Heard(), 0.5f);
}
