using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;
using Infra.Sandbox.Verification.Reports;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification;

/// <summary>The arguments and options of <c>verify</c>.</summary>
internal sealed record VerifyRequest
{
    public required string Stack { get; init; }

    /// <summary>The file with the outputs; null for those of the Pulumi CLI.</summary>
    public string? OutputsFile { get; init; }

    /// <summary>The longest time to wait; null for that of each service.</summary>
    public TimeSpan? Timeout { get; init; }

    public bool Json { get; init; }
}

/// <summary>Checks that AWS runs a stack as deployed, from its outputs alone.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(VerifyRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        var aws = context.Tools.Aws();
        var expected = await OutputsReader.ReadAsync(request.Stack, request.OutputsFile, context, cancellation);
        using var cli = new AwsCli(aws, expected.Region);
        return await RunAsync(request, expected, cli, new SystemClock(), context.Terminal, cancellation);
    }

    /// <summary>Run by tests, with answers of AWS that were recorded.</summary>
    public static async Task<int> RunAsync(
        VerifyRequest request, ExpectedState expected, IAwsCli aws, IClock clock, Terminal terminal, CancellationToken cancellation)
    {
        var report = await new Verifier(aws, clock, terminal.Error).VerifyAsync(request.Stack, expected, request.Timeout, cancellation);
        if (request.Json)
        {
            await terminal.Out.WriteLineAsync(JsonReport.Text(report));
        }
        else
        {
            new TextReport(terminal).Write(report);
        }

        return report.IsGood ? ExitCodes.Success : ExitCodes.NotServing;
    }
}
