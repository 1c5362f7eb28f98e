namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The tests of every stack's lifecycle.</summary>
public abstract class LifecycleTests<TLifecycle>(TLifecycle lifecycle) : IAsyncLifetime
    where TLifecycle : StackLifecycle
{
    private protected TLifecycle Lifecycle { get; } = lifecycle;

    /// <summary>The resources that destroy keeps.</summary>
    private protected virtual IEnumerable<string> Retained => [];

    public Task InitializeAsync() => Lifecycle.CompleteAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public void FirstUp_CreatesEverything()
    {
        Assert.Equal((0, ""), (Lifecycle.FirstUp.ExitCode, Lifecycle.FirstUp.Error));
        Assert.Matches(@"Apply complete! Resources: [0-9]+ added, 0 changed, 0 destroyed\.", Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void SecondUp_ChangesNothing()
    {
        Assert.Equal((0, ""), (Lifecycle.SecondUp.ExitCode, Lifecycle.SecondUp.Error));
        Assert.StartsWith($"No changes. The deployed {Lifecycle.Stack} matches its stack file.", Lifecycle.SecondUp.Out);
    }

    [SkippableFact]
    public void Destroy_DeletesEverything()
    {
        Assert.Equal((0, ""), (Lifecycle.Destroy.ExitCode, Lifecycle.Destroy.Error));
        Assert.NotEmpty(Lifecycle.Deployed.Except(Retained));
        Assert.Equal(Retained, Lifecycle.Remaining);
        Assert.False(Lifecycle.HasWorkFolderAfterDestroy);
    }

    [SkippableFact]
    public void GeneratedSecrets_NeverInOutputOrLogs() => Assert.All(Lifecycle.Secrets, secret =>
    {
        Assert.DoesNotContain(secret, Lifecycle.CommandOutput);
        Assert.DoesNotContain(secret, Lifecycle.DocumentAndLogs);
    });
}
