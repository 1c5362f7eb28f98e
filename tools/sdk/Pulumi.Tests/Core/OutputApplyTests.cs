using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class OutputApplyTests
{
    [Fact]
    public async Task Apply_TransformsAKnownValue() =>
        Assert.Equal(2, await ValueOf(Output.Create(1).Apply(value => value + 1)));

    [Fact]
    public async Task Apply_AwaitsATask() =>
        Assert.Equal("1", await ValueOf(Output.Create(1).Apply(async value =>
        {
            await Task.Yield();
            return $"{value}";
        })));

    [Fact]
    public async Task Apply_UnwrapsAnOutput() =>
        Assert.Equal(2, await ValueOf(Output.Create(1).Apply(value => Output.Create(value + 1))));

    [Fact]
    public async Task Apply_UnwrapsAnInput() =>
        Assert.Equal(2, await ValueOf(Output.Create(1).Apply(value => (Input<int>)(value + 1))));

    [Fact]
    public async Task Apply_OfAPlainTaskHasNoValue()
    {
        var ran = false;
        var output = Output.Create(1).Apply(async _ =>
        {
            await Task.Yield();
            ran = true;
        });

        Assert.Equal(default(ValueTuple), await ValueOf(output));
        Assert.True(ran);
    }

    [Fact]
    public async Task Apply_ThatReturnsNoOutputGivesTheDefault() =>
        Assert.Null(await ValueOf(Output.Create(1).Apply(_ => (Output<string>?)null)));

    [Fact]
    public async Task Apply_IsNotRunOnAnUnknownValue()
    {
        var ran = false;
        Output<int>? output = null;
        await PreviewAsync(() => output = OutputUtilities.CreateUnknown(1).Apply(value =>
        {
            ran = true;
            return value + 1;
        }));

        Assert.False(await IsKnown(output!));
        Assert.False(ran);
    }

    [Fact]
    public async Task Apply_OfAnUnknownInnerOutputIsUnknown() =>
        Assert.False(await IsKnown(Output.Create(1).Apply(value => OutputUtilities.CreateUnknown(value))));

    [Fact]
    public async Task Apply_OnASecretStaysSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(1).Apply(value => value + 1)));

    [Fact]
    public async Task Apply_ThatReturnsASecretBecomesSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.Create(1).Apply(value => Output.CreateSecret(value))));

    [Fact]
    public async Task Apply_KeepsTheDependenciesOfBothOutputs()
    {
        Thing? outer = null, inner = null;
        Output<string>? output = null;
        await UpdateAsync(() =>
        {
            (outer, inner) = (new Thing("outer"), new Thing("inner"));
            output = outer.Id.Apply(_ => inner.Id);
        });

        var dependencies = await OutputUtilities.GetDependenciesAsync(output!);
        Assert.Equal(new HashSet<Resource> { outer!, inner! }, dependencies.ToHashSet());
    }

    [Fact]
    public async Task Apply_ThatThrowsFailsTheRun()
    {
        var errors = await FailureAsync(() => { _ = Output.Create("boom").Apply(Fail); });

        Assert.Contains(errors, error => error.Contains("System.FormatException: boom", StringComparison.Ordinal));

        static string Fail(string message) => throw new FormatException(message);
    }

    [Fact]
    public async Task Apply_IsAwaitedByTheRun()
    {
        var ran = false;
        await UpdateAsync(() => Output.Create(1).Apply(async _ =>
        {
            await Task.Delay(20);
            ran = true;
        }));

        Assert.True(ran);
    }
}
