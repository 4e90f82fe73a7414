using System.Runtime.InteropServices;
using Appliance.Inference.Interop.Espeak;

namespace Appliance.Inference.Tests.Interop.Espeak;

/// <summary>Sizes and offsets as a C compiler gives them for espeak-ng/speak_lib.h on 64-bit Linux.</summary>
public sealed class EspeakLayoutTests
{
    [Theory]
    [InlineData(nameof(EspeakEvent.Type), 0)]
    [InlineData(nameof(EspeakEvent.UniqueIdentifier), 4)]
    [InlineData(nameof(EspeakEvent.TextPosition), 8)]
    [InlineData(nameof(EspeakEvent.Length), 12)]
    [InlineData(nameof(EspeakEvent.AudioPosition), 16)]
    [InlineData(nameof(EspeakEvent.Sample), 20)]
    [InlineData(nameof(EspeakEvent.UserData), 24)]
    [InlineData(nameof(EspeakEvent.Id), 32)]
    public void Event_WhenLaidOut_HasTheOffsetsOfTheHeader(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<EspeakEvent>(field).ToInt32());

    [Fact]
    public void Event_WhenMeasured_Has40Bytes() => Assert.Equal(40, Marshal.SizeOf<EspeakEvent>());
}
