using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class WhisperModelInfoTests
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["n_mels"] = "80",
        ["n_text_ctx"] = "448",
        ["n_text_layer"] = "12",
        ["n_text_state"] = "768",
        ["n_audio_ctx"] = "1500",
        ["sot_sequence"] = "50257",
        ["eot"] = "50256",
        ["no_timestamps"] = "50362",
        ["no_speech"] = "50361",
        ["is_multilingual"] = "0",
    };

    /// <summary>As the public export of large-v3-turbo carries it, languages shortened.</summary>
    private static readonly Dictionary<string, string> Multilingual = new(English, StringComparer.Ordinal)
    {
        ["n_mels"] = "128",
        ["sot_sequence"] = "50258,50259,50360",
        ["eot"] = "50257",
        ["no_timestamps"] = "50364",
        ["no_speech"] = "50363",
        ["transcribe"] = "50360",
        ["is_multilingual"] = "1",
        ["all_language_tokens"] = "50259,50262,50261",
        ["all_language_codes"] = "en,es,de",
    };

    [Fact]
    public void Prompt_OfAnEnglishModel_IsStartAndNoTimestamps()
    {
        var info = WhisperModelInfo.Read("encoder.onnx", English);

        Assert.Equal([50257, 50362], info.Prompt("en"));
        Assert.Equal(50361, info.NoSpeech);
    }

    [Fact]
    public void Prompt_WhenNoTimestampsIsInTheSequenceAlready_HasItOnce()
    {
        var metadata = new Dictionary<string, string>(English, StringComparer.Ordinal) { ["sot_sequence"] = "901,902", ["no_timestamps"] = "902" };
        Assert.Equal([901, 902], WhisperModelInfo.Read("encoder.onnx", metadata).Prompt("en"));
    }

    [Fact]
    public void Prompt_OfAMultilingualModel_NamesLanguageAndTask()
    {
        var info = WhisperModelInfo.Read("encoder.onnx", Multilingual);

        Assert.Equal(128, info.Mels);
        Assert.Equal([50258, 50259, 50360, 50364], info.Prompt("en"));
        Assert.Equal([50258, 50262, 50360, 50364], info.Prompt("es"));
    }

    [Fact]
    public void Prompt_InAnUnknownLanguage_IsUnsupported()
    {
        var info = WhisperModelInfo.Read("encoder.onnx", Multilingual);
        var error = Assert.Throws<EngineException>(() => info.Prompt("tlh"));

        Assert.Equal(EngineErrorReason.UnsupportedModel, error.Reason);
    }

    [Theory]
    [InlineData("n_mels", "eighty")]
    [InlineData("eot", null)]
    [InlineData("sot_sequence", "50257,")]
    public void Read_WhenAKeyIsUnusable_NamesFileAndKey(string key, string? value)
    {
        var metadata = new Dictionary<string, string>(English, StringComparer.Ordinal);
        metadata.Remove(key);
        if (value is not null)
        {
            metadata[key] = value;
        }

        var error = Assert.Throws<EngineException>(() => WhisperModelInfo.Read("some/encoder.onnx", metadata));

        Assert.Equal(EngineErrorReason.UnsupportedModel, error.Reason);
        Assert.Contains("some/encoder.onnx", error.Message, StringComparison.Ordinal);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }
}
