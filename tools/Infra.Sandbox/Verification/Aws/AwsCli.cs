using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace Infra.Sandbox.Verification.Aws;

/// <summary>Runs the <c>aws</c> command with the credentials of its environment.</summary>
/// <param name="program">The full path of the command.</param>
/// <param name="region">The region of the stack.</param>
internal sealed partial class AwsCli(string program, string region) : IAwsCli, IDisposable
{
    // Each call is a process that takes a second; more at a time would be throttled.
    private const int CallsAtATime = 8;

    private readonly SemaphoreSlim _free = new(CallsAtATime);

    public async Task<JsonElement> CallAsync(AwsCall call, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return await RunAsync(call, cancellation);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task<JsonElement> RunAsync(AwsCall call, CancellationToken cancellation)
    {
        var result = await Cli.Wrap(program)
            .WithArguments([call.Service, call.Operation, "--region", region, "--output", "json", .. call.Arguments])
            // Version 1 does not know --no-cli-pager.
            .WithEnvironmentVariables(variables => variables.Set("AWS_PAGER", ""))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        if (!result.IsSuccess)
        {
            var reason = result.StandardError.Trim();
            throw new AwsCallException(call, ErrorCode().Match(reason) is { Success: true } match ? match.Groups[1].Value : "", reason);
        }

        using var answer = JsonDocument.Parse(result.StandardOutput.Length == 0 ? "{}" : result.StandardOutput);
        return answer.RootElement.Clone();
    }

    [GeneratedRegex(@"An error occurred \((\w+)\)")]
    private static partial Regex ErrorCode();
}
