using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class OutputTests
{
    [Fact]
    public async Task CreatedOutput_IsKnownAndPlain()
    {
        var output = Output.Create(5);

        Assert.Equal(5, await ValueOf(output));
        Assert.True(await IsKnown(output));
        Assert.False(await Output.IsSecretAsync(output));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(output));
    }

    [Fact]
    public async Task OutputOfTask_HasTheTasksResult() =>
        Assert.Equal("late", await ValueOf(Output.Create(Task.FromResult("late"))));

    [Fact]
    public async Task OutputOfTask_CanBeCreatedFromItsType() =>
        Assert.Equal("late", await ValueOf(Output<string>.Create(Task.FromResult("late"))));

    [Fact]
    public async Task OutputOfFailedTask_Fails()
    {
        var output = Output.Create(Task.FromException<int>(new FormatException("bad")));

        await Assert.ThrowsAsync<FormatException>(() => ValueOf(output));
    }

    [Fact]
    public async Task SecretOutput_KeepsItsValue()
    {
        var output = Output.CreateSecret("hidden");

        Assert.True(await Output.IsSecretAsync(output));
        Assert.Equal("hidden", await ValueOf(output));
    }

    [Fact]
    public async Task SecretOfTask_IsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));

    [Fact]
    public async Task SecretOfOutput_LeavesTheOriginalPlain()
    {
        var original = Output.Create(1);

        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(original)));
        Assert.False(await Output.IsSecretAsync(original));
    }

    [Fact]
    public async Task Unsecret_RemovesTheMarkFromACopy()
    {
        var secret = Output.CreateSecret("hidden");
        var plain = Output.Unsecret(secret);

        Assert.False(await Output.IsSecretAsync(plain));
        Assert.Equal("hidden", await ValueOf(plain));
        Assert.True(await Output.IsSecretAsync(secret));
    }

    [Fact]
    public async Task UnknownOutput_GivesTheDefaultOfItsType()
    {
        var output = OutputUtilities.CreateUnknown(5);

        Assert.False(await IsKnown(output));
        Assert.Equal(0, await ValueOf(output));
    }

    [Fact]
    public async Task WithDependency_AddsTheResourceAndKeepsTheRest()
    {
        Thing? thing = null;
        Output<string>? output = null;
        await UpdateAsync(() =>
        {
            thing = new Thing("thing");
            output = OutputUtilities.WithDependency(Output.CreateSecret("value"), thing);
        });

        Assert.Equal("value", await ValueOf(output!));
        Assert.True(await Output.IsSecretAsync(output!));
        Assert.Equal<Resource>([thing!], await OutputUtilities.GetDependenciesAsync(output!));
    }

    [Fact]
    public async Task ResourceOutput_DependsOnItsResource()
    {
        Thing? thing = null;
        await UpdateAsync(() => { thing = new Thing("thing"); });

        Assert.Equal<Resource>([thing!], await OutputUtilities.GetDependenciesAsync(thing!.Text));
    }

    [Fact]
    public async Task DeferredOutput_TakesTheValueItIsGivenLater()
    {
        var mocks = await UpdateAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            _ = new Thing("first", new ThingArgs { Text = deferred.Output });
            deferred.Resolve(new Thing("second").Id);
        });

        Assert.Equal("second-id", mocks["first"].Inputs["text"]);
    }

    [Fact]
    public async Task Text_NeverContainsTheValue()
    {
        var text = "";
        await UpdateAsync(() => text = Output.Create("hidden").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OutsideADeploymentFails() =>
        Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString());
}
