using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class WhisperTokensTests
{
    [Fact]
    public void Parse_OfBase64Lines_GivesBytesByNumber()
    {
        var tokens = WhisperTokens.Parse("tokens.txt", ["IHRvZGF5 0", "w6k= 1", string.Empty]);

        Assert.Equal(2, tokens.Count);
        Assert.Equal(" today"u8.ToArray(), tokens[0].ToArray());
        Assert.Equal("é"u8.ToArray(), tokens[1].ToArray());
        Assert.Equal([], tokens[2].ToArray());
    }

    [Fact]
    public void Parse_OfTheMultilingualEmptyPiece_GivesNoBytes() =>
        Assert.Equal([], WhisperTokens.Parse("tokens.txt", ["IQ== 0", "= 1"])[1].ToArray());

    [Theory]
    [InlineData("IQ==")]
    [InlineData("!! 1")]
    [InlineData("IQ== x")]
    [InlineData("IQ== 0")]
    public void Parse_OfADamagedLine_NamesFileAndLine(string line)
    {
        var error = Assert.Throws<EngineException>(() => WhisperTokens.Parse("tokens.txt", ["IQ== 0", line]));

        Assert.Equal(EngineErrorReason.DamagedModel, error.Reason);
        Assert.Contains("tokens.txt is damaged at line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WhenNumbersHaveGaps_IsDamaged() =>
        Assert.Equal(
            EngineErrorReason.DamagedModel,
            Assert.Throws<EngineException>(() => WhisperTokens.Parse("tokens.txt", ["IQ== 0", "IQ== 2"])).Reason);

    [Fact]
    public void Load_WhenFileIsAbsent_IsMissingModel() =>
        Assert.Equal(
            EngineErrorReason.MissingModel,
            Assert.Throws<EngineException>(() => WhisperTokens.Load("/absent/tokens.txt")).Reason);
}
