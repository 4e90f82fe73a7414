namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Bounds every wait, so that a fault fails a test and does not hang the run.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    public static Task<T> Within<T>(this Task<T> task) => task.WaitAsync(s_most, TimeProvider.System, TestContext.Current.CancellationToken);

    public static Task Within(this Task task) => task.WaitAsync(s_most, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Waits until a condition holds that nothing announces.</summary>
    public static async Task Until(Func<bool> condition)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < s_most, "The condition did not come true.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
