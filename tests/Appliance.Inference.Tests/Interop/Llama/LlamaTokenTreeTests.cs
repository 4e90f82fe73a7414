using System.Text;
using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Tests.Interop.Llama;

public sealed class LlamaTokenTreeTests
{
    [Fact]
    public void Tree_WhenTokensBeginOneAnother_HangsEachBelowTheLongest()
    {
        var tree = new LlamaTokenTree([.. new[] { "", "M", "Mon", "Monday", "x", "Mo", "Mx" }.Select(Encoding.UTF8.GetBytes)]);
        Assert.Equal([0, 1, 4], tree.Roots);
        Assert.Equal([5, 6], tree.ChildrenOf(1).ToArray());
        Assert.Equal([2], tree.ChildrenOf(5).ToArray());
        Assert.Equal([3], tree.ChildrenOf(2).ToArray());
        Assert.Empty(tree.ChildrenOf(3).ToArray());
    }

    [Fact]
    public void Tree_WhenATokenIsHalfACharacter_BeginsNothing()
    {
        var tree = new LlamaTokenTree([[0xC3], [0xC3, 0xA9], [0xC3, 0xA9, (byte)'s']]);
        Assert.Equal([0, 1], tree.Roots);
        Assert.Equal([2], tree.ChildrenOf(1).ToArray());
    }

    [Fact]
    public void Tree_WhenTwoTokensReadTheSame_KeepsBoth()
    {
        var tree = new LlamaTokenTree([.. new[] { "a", "a", "ab" }.Select(Encoding.UTF8.GetBytes)]);
        Assert.Equal([0, 1], tree.Roots);
        Assert.Equal([2], tree.ChildrenOf(0).ToArray());
    }
}
