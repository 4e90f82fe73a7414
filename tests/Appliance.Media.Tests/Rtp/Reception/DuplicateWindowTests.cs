using Appliance.Media.Rtp.Reception;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Media.Tests.Rtp.Reception;

public sealed class DuplicateWindowTests
{
    [Fact]
    public void IsDuplicate_WithinTheWindow_IsAsASetSays() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(ushort Start, byte[] Steps)>(), input =>
        {
            var window = new DuplicateWindow();
            var seen = new HashSet<ushort>();
            foreach (var step in input.Steps ?? [])
            {
                // Numbers stay within 40 of each other, wrap-around included.
                var number = (ushort)(input.Start + (step % 40));
                if (window.IsDuplicate(number) == seen.Add(number))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IsDuplicate_WhenFarAhead_ForgetsTheOldOnes()
    {
        var window = new DuplicateWindow();
        Assert.False(window.IsDuplicate(1));
        Assert.False(window.IsDuplicate(1000));
        Assert.False(window.IsDuplicate(1));
        Assert.True(window.IsDuplicate(1000));
    }
}
