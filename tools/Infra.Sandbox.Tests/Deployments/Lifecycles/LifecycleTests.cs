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
    public void Edits_ChangeWhatTheModelPredicts() =>
        Assert.Equal("", string.Join('\n', Lifecycle.Rounds.Select(round => round.Differences())).Trim());

    [SkippableFact]
    public void Edits_AreApplied()
    {
        Assert.All(Lifecycle.Rounds, round => Assert.Equal((0, ""), (round.Up.ExitCode, round.Up.Error)));
        Assert.Equal(Lifecycle.Rounds.Select(round => round.Round.Applied), Lifecycle.Rounds.Select(round => round.Applied));
    }

    [SkippableFact]
    public void UpAfterEdits_ChangesNothing() => Assert.All(Lifecycle.Rounds, round =>
    {
        Assert.Equal((0, ""), (round.NextUp.ExitCode, round.NextUp.Error));
        Assert.StartsWith($"No changes. The deployed {Lifecycle.Stack} matches its stack file.", round.NextUp.Out);
    });

    [SkippableFact]
    public void Destroy_DeletesEverything()
    {
        Assert.Equal((0, ""), (Lifecycle.Destroy.ExitCode, Lifecycle.Destroy.Error));
        Assert.NotEmpty(Lifecycle.Deployed.Except(Retained));
        Assert.Equal(Retained, Lifecycle.Remaining.Where(name => !IsRevision(name)));
        Assert.False(Lifecycle.HasWorkFolderAfterDestroy);
    }

    // Task definitions stay, so that ECS can roll a deployment back.
    private static bool IsRevision(string name) => name.Contains(":task-definition/", StringComparison.Ordinal);

    // The emulator grants the provider the actions of the deploy role, and no other.
    [SkippableFact]
    public void DeployRole_HasAllActionsThatTheProviderCalls() => Assert.Empty(Lifecycle.Denials);

    [SkippableFact]
    public void GeneratedSecrets_NeverInOutputOrLogs() => Assert.All(Lifecycle.Secrets, secret =>
    {
        Assert.DoesNotContain(secret, Lifecycle.CommandOutput);
        Assert.DoesNotContain(secret, Lifecycle.DocumentAndLogs);
    });
}
