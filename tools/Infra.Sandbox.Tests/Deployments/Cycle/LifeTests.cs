namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>What holds in the life of every stack.</summary>
public abstract class LifeTests<TLife>(TLife life) : IAsyncLifetime
    where TLife : StackLife
{
    private protected TLife Life { get; } = life;

    /// <summary>What is meant to be there when the stack has been destroyed.</summary>
    private protected virtual IEnumerable<string> Staying => [];

    public Task InitializeAsync() => Life.RequireAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public void FirstUp_DeploysEverything()
    {
        Assert.Equal((0, ""), (Life.FirstUp.ExitCode, Life.FirstUp.Error));
        Assert.Matches(@"Apply complete! Resources: [0-9]+ added, 0 changed, 0 destroyed\.", Life.FirstUp.Out);
    }

    [SkippableFact]
    public void SecondUp_ChangesNothing()
    {
        Assert.Equal((0, ""), (Life.SecondUp.ExitCode, Life.SecondUp.Error));
        Assert.StartsWith($"No changes: {Life.Stack} is deployed as its stack file says.", Life.SecondUp.Out);
    }

    [SkippableFact]
    public void Destroy_LeavesNothing()
    {
        Assert.Equal((0, ""), (Life.Destroy.ExitCode, Life.Destroy.Error));
        Assert.NotEmpty(Life.Present.Except(Staying));
        Assert.Equal(Staying, Life.Remaining);
        Assert.False(Life.HasWorkFolderAfterDestroy);
    }

    [SkippableFact]
    public void GeneratedSecrets_AreWrittenNowhere() => Assert.All(Life.Secrets, secret =>
    {
        Assert.DoesNotContain(secret, Life.Said);
        Assert.DoesNotContain(secret, Life.Written);
    });
}
