using Appliance.Inference.Tts.Phonemes;

namespace Appliance.Inference.Tests.Tts.Phonemes;

public sealed class ClauseSplitterTests
{
    [Theory]
    [InlineData("Hello, world.", "Hello<,>| world<.>")]
    [InlineData("Dr. Smith is in at 3:30, right?", "Dr. Smith is in at 3:30<,>| right<?>")]
    [InlineData("It costs 1,000; fine: yes!", "It costs 1,000<;>| fine<:>| yes<!>")]
    [InlineData("He said \"yes.\"", "He said \"yes<.>")]
    [InlineData("Wait...", "Wait<.>")]
    [InlineData("no mark", "no mark<>")]
    [InlineData("?!", "")]
    public void Split_WhenGivenASentence_KeepsTheMarks(string sentence, string expected) =>
        Assert.Equal(expected, string.Join('|', ClauseSplitter.Split(sentence).Select(
            clause => $"{sentence.AsSpan(clause.Start, clause.Length)}<{clause.Mark.ToString().Trim('\0')}>")));
}
