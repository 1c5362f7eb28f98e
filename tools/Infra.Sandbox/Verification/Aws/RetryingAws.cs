using System.Text.Json;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification.Aws;

/// <summary>Repeats calls that AWS throttled or that did not reach it.</summary>
internal sealed class RetryingAws(IAwsCli aws, IClock clock) : IAwsCli
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)];

    public async Task<JsonElement> CallAsync(AwsCall call, CancellationToken cancellation)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                return await aws.CallAsync(call, cancellation);
            }
            catch (AwsCallException exception) when (exception.IsTransient)
            {
                await clock.DelayAsync(pause, cancellation);
            }
        }

        return await aws.CallAsync(call, cancellation);
    }
}
