using Appliance.Inference.Llm;

namespace Appliance.Inference.Tests.Llm;

public sealed class LlamaOptionsTests
{
    [Fact]
    public void Check_WhenSeveralAreWrong_NamesThemAll()
    {
        var options = new LlamaOptions { ModelFile = "m.gguf", ContextTokens = 1, MaxSequences = 65, SharedPrefixes = -1, MemoryTokens = 0, Threads = 0, QueueLength = 0 };
        var error = Assert.Throws<ArgumentException>(options.Check);
        Assert.All(new[] { "ContextTokens", "MaxSequences", "SharedPrefixes", "MemoryTokens", "Threads", "QueueLength" }, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("GpuLayers", error.Message, StringComparison.Ordinal);
    }
}
