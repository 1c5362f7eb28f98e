using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class ShippedStackTests : IDisposable
{
    private readonly SandboxProject _project = new();

    public void Dispose() => _project.Dispose();

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Provider_AcceptsTheStackWithoutWarning(string stack)
    {
        var run = await RunAsync("validate", stack);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches($"hashicorp/aws [0-9.]+ accepts {stack}: [0-9]+ resources and lookups\\.$", run.Out);
        Assert.False(File.Exists(_project.File($".sandbox/{stack}/provider.json")));
    }

    // The example with the most features that emulators do not support.
    [SkippableFact]
    public async Task Provider_AcceptsFeaturesThatEmulatorsLack()
    {
        var run = await RunAsync("validate", "test", "--config-file", RepositoryFiles.Path("examples", "event-jobs.yaml"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("hashicorp/aws [0-9.]+ accepts test: [0-9]+ resources and lookups\\.$", run.Out);
    }

    [SkippableFact]
    public async Task Plan_OfANewStack_StopsItsEmulator()
    {
        var run = await RunAsync("plan", "dev");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("Plan: [0-9]+ to add, 0 to change, 0 to destroy\\.", run.Out);
        Assert.False(File.Exists(_project.File(".sandbox/dev/emulator.json")));
    }

    private async Task<CommandRun> RunAsync(params string[] arguments)
    {
        var run = await _project.RunAsync(arguments);
        Skip.If(run.ExitCode == 3, run.Error);
        return run;
    }
}
