using System.Security.Cryptography;
using Appliance.Store.Sealing;

namespace Appliance.Store.Tests.Sealing;

public sealed class SealTests
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);
    private static readonly DocumentName s_name = new("patients", "pat-1", 3);

    [Fact]
    public void Open_WhenNothingChanged_GivesThePlainBytes()
    {
        var box = Seal.Close(s_key, "some text"u8, s_name);
        Assert.Equal("some text"u8.ToArray(), Seal.Open(s_key, box, s_name));
        Assert.NotEqual(box, Seal.Close(s_key, "some text"u8, s_name));
    }

    [Fact]
    public void Open_WhenAnyBitIsFlipped_IsDamaged()
    {
        var box = Seal.Close(s_key, "some text"u8, s_name);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            box[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(StoreErrorReason.Damaged, Assert.Throws<StoreException>(() => Seal.Open(s_key, box, s_name)).Reason);
            box[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData("callbacks", "pat-1", 3)]
    [InlineData("patients", "pat-2", 3)]
    [InlineData("patients", "pat-1", 2)]
    public void Open_WhenMovedToAnotherPlace_IsDamaged(string collection, string id, long version)
    {
        var box = Seal.Close(s_key, "some text"u8, s_name);
        Assert.Throws<StoreException>(() => Seal.Open(s_key, box, new DocumentName(collection, id, version)));
    }

    [Fact]
    public void Open_WhenCutShort_IsDamaged()
    {
        var box = Seal.Close(s_key, "some text"u8, s_name);
        Assert.All(Enumerable.Range(0, box.Length), length => Assert.Throws<StoreException>(() => Seal.Open(s_key, box.AsSpan(0, length), s_name)));
    }

    [Fact]
    public void KeyedHash_WhenFieldsAreSplitElsewhere_Differs()
    {
        Assert.NotEqual(KeyedHash.Of(s_key, "ab", "c"), KeyedHash.Of(s_key, "a", "bc"));
        Assert.NotEqual(KeyedHash.Of(s_key, "ab"), KeyedHash.Of(s_key, "ab", ""));
        Assert.Equal(KeyedHash.Of(s_key, "ab"), KeyedHash.Of(s_key, "ab"));
    }
}
