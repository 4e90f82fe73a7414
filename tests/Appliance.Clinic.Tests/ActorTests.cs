namespace Appliance.Clinic.Tests;

public sealed class ActorTests
{
    [Fact]
    public void Call_WhenIdIsOurs_ReadsAsKindAndId()
    {
        Assert.Equal("call/c-1", Actor.Call("c-1").ToString());
        Assert.Equal(Actor.User("ann"), Actor.Of(ActorKind.User, "ann"));
        Assert.NotEqual(Actor.User("ann"), Actor.System("ann"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+15550104477@gateway")]
    [InlineData("Maria Lopez")]
    [InlineData("a/b")]
    public void Call_WhenIdMayBePersonal_IsRefusedWithoutRepeatingIt(string id)
    {
        var error = Assert.Throws<ArgumentException>(() => Actor.Call(id));
        Assert.True(id.Length == 0 || !error.Message.Contains(id, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new IdempotencyKey(id));
    }

    [Fact]
    public void New_WhenAskedTwice_Differs()
    {
        Assert.NotEqual(Identifier.New("x"), Identifier.New("x"));
        Assert.False(Identifier.IsValid(new string('a', 81)));
    }
}
