using Infra.Sandbox.Verification;

namespace Infra.Sandbox.Tests.Verification.Histories;

/// <summary>In random histories of a deployment, verify succeeds if and only if the expected revision serves.</summary>
public sealed class HistoryTests
{
    private const int Histories = 1000;

    [Fact]
    public async Task Verify_SucceedsOnlyWhileTheExpectedRevisionServes()
    {
        var (green, falseGreen, falseRed) = (0, new List<string>(), new List<string>());
        for (var seed = 1; seed <= Histories; seed++)
        {
            var history = new EcsHistory(seed);
            var report = await new Verifier(history, history, TextWriter.Null).VerifyAsync("prod", history.Expected, timeout: null, CancellationToken.None);
            if (report.IsGood)
            {
                green++;
                if (!history.ServedWhenDescribed)
                {
                    falseGreen.Add($"{seed}: {history}; {report.Services[0].Text}");
                }
            }
            else if (await ServesLaterAsync(history))
            {
                falseRed.Add($"{seed}: {history}; {report.Services[0].Text}");
            }
        }

        Assert.Empty(falseGreen);
        Assert.Empty(falseRed);
        Assert.Equal((628, 372), (green, Histories - green));
    }

    // A service that has failed must not recover in the time that verify would have waited.
    private static async Task<bool> ServesLaterAsync(EcsHistory history)
    {
        await history.DelayAsync(TimeSpan.FromMinutes(30) - history.Elapsed, CancellationToken.None);
        return history.Serves;
    }
}
