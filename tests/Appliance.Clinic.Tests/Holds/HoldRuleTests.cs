using Appliance.Clinic.Holds.Rules;

namespace Appliance.Clinic.Tests.Holds;

public sealed class HoldRuleTests
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void ExpiredHoldNeverBooks_AtTheMomentOfExpiry_IsExpired(int millisecondsAfter, bool expected)
    {
        var expiry = DateTimeOffset.UnixEpoch;
        Assert.Equal(expected, ExpiredHoldNeverBooks.IsMet(expiry, expiry.AddMilliseconds(millisecondsAfter)));
    }

    [Fact]
    public void HoldBooksOnlyForItsHolder_WhenAnotherAsks_IsNotMet()
    {
        Assert.True(HoldBooksOnlyForItsHolder.IsMet(Actor.Call("a"), Actor.Call("a")));
        Assert.False(HoldBooksOnlyForItsHolder.IsMet(Actor.Call("a"), Actor.User("a")));
    }
}
