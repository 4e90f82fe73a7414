using Appliance.Media.Jitter;
using Appliance.Media.Tests.Signals;

namespace Appliance.Media.Tests.Jitter;

/// <summary>In the manner of ITU-T G.711 Appendix I.</summary>
public sealed class LossConcealerTests
{
    private const int Unit = 80;

    [Fact]
    public void Conceal_WhenVoiced_GoesOnWithTheSamePitch()
    {
        var concealer = new LossConcealer();
        var tone = Tone.Make(125, 8000, 1040);
        concealer.Accept(tone.AsSpan(0, 960).ToArray());
        var made = new short[Unit];
        concealer.Conceal(made);
        var (correlation, _) = Tone.Correlate(tone[960..1040], made, 0);
        Assert.InRange(correlation, 0.98, 1);
    }

    [Fact]
    public void Conceal_WhenGapGrows_FadesToSilenceAt60Milliseconds()
    {
        var concealer = new LossConcealer();
        concealer.Accept(Tone.Make(125, 8000, 960));
        var levels = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            var made = new short[Unit];
            concealer.Conceal(made);
            levels.Add(Tone.RmsOf(made));
        }

        for (var i = 2; i < 6; i++)
        {
            Assert.True(levels[i] < levels[i - 1], $"unit {i} is louder than the one before");
        }

        Assert.Equal(0, levels[6]);
        Assert.True(concealer.IsSilent);
    }

    [Fact]
    public void Accept_AfterAGap_BlendsInWithoutAClick()
    {
        var concealer = new LossConcealer();
        var tone = Tone.Make(200, 8000, 960 + 160 + 160);
        concealer.Accept(tone.AsSpan(0, 960).ToArray());
        var made = new short[160];
        concealer.Conceal(made);
        var after = tone.AsSpan(1120).ToArray();
        concealer.Accept(after);
        short[] joined = [tone[959], .. made, .. after];
        var steepest = 0;
        for (var i = 1; i < joined.Length; i++)
        {
            steepest = Math.Max(steepest, Math.Abs(joined[i] - joined[i - 1]));
        }

        // The tone itself moves by up to 1571 a sample.
        Assert.InRange(steepest, 0, 2400);
    }

    [Fact]
    public void Conceal_WhenNothingWasHeard_IsSilent()
    {
        var made = new short[160];
        new LossConcealer().Conceal(made);
        Assert.All(made, s => Assert.Equal(0, s));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(125)]
    [InlineData(180)]
    public void Find_WhenVoiced_GivesThePeriodOrAMultiple(int hertz)
    {
        var samples = Tone.MakeVoice(8000, 2000, hertz).Select(s => (float)s).ToArray();
        var period = 8000.0 / hertz;
        var found = PitchSearch.Find(samples) / period;
        Assert.InRange(Math.Abs(found - Math.Round(found)), 0, 0.03);
    }
}
