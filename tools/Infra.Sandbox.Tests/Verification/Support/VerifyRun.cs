using Infra.Sandbox.Verification;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Verification.Support;

/// <summary>A run of <c>verify</c> with recorded answers.</summary>
internal sealed record VerifyRun(int ExitCode, string Out, string Error)
{
    public static async Task<VerifyRun> Of(IAwsCli aws, ExpectedState? expected = null, bool json = false, FakeClock? clock = null)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = await VerifyCommand.RunAsync(
            new VerifyRequest { Stack = "prod", Json = json },
            expected ?? RecordedAws.Outputs,
            aws,
            clock ?? new FakeClock(),
            new Terminal(output, error, RepositoryFiles.Root, HasColors: false),
            CancellationToken.None);
        return new VerifyRun(exitCode, output.ToString(), error.ToString());
    }
}
