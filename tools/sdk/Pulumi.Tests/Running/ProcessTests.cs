using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

/// <summary>Tests of what depends on, or changes, the environment of the process.</summary>
[CollectionDefinition(nameof(ProcessState), DisableParallelization = true)]
public sealed class ProcessState;

[Collection(nameof(ProcessState))]
public class ProcessTests
{
    [Fact]
    public async Task RunAsync_WithoutTheCliSaysHowToRunTheProgram()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<EmptyStack>());

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", exception.Message);
    }

    [Fact]
    public async Task RunAsync_OfAFunctionWithoutTheCliFailsInTheSameWay() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

    [LocalSdkFact]
    public async Task RunAsync_StartedByTheCliSaysThatThisBuildUsesTheLocalPackages()
    {
        string[] names = ["MONITOR", "ENGINE", "PROJECT", "STACK", "DRY_RUN", "QUERY_MODE", "PARALLEL"];
        Array.ForEach(names, name => Environment.SetEnvironmentVariable($"PULUMI_{name}", "set"));
        try
        {
            var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.RunAsync<EmptyStack>());

            Assert.Contains("local Pulumi packages from tools/sdk/", exception.Message, StringComparison.Ordinal);
            Assert.Contains("Pulumi 3.112.1", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable($"PULUMI_{name}", null));
        }
    }

    [Fact]
    public async Task FailedRun_SetsTheExitCode()
    {
        try
        {
            await Assert.ThrowsAsync<RunException>(() => UpdateAsync(() => throw new RunException("stop")));

            Assert.Equal(32, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    [Fact]
    public async Task LoggedError_DoesNotSetTheExitCode()
    {
        await Assert.ThrowsAsync<RunException>(() => UpdateAsync(() => Log.Error("bad")));

        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public void OutputText_IsRefusedWhenTheEnvironmentSaysSo()
    {
        Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", "1");
        try
        {
            var exception = Assert.Throws<InvalidOperationException>(() => Output.Create("hidden").ToString());

            Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", null);
        }
    }

    private sealed class EmptyStack : Stack;
}
