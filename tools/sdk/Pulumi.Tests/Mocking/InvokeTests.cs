using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class InvokeTests
{
    private const string Token = "test:index/lookup:lookup";

    [Fact]
    public async Task Invoke_PassesTokenAndArguments()
    {
        var mocks = await UpdateAsync(() => Lookup("zone"));

        var call = Assert.Single(mocks.Calls);
        Assert.Equal(Token, call.Token);
        Assert.Equal("zone", call.Args["name"]);
        Assert.Equal("", call.Provider);
    }

    [Fact]
    public async Task Invoke_GivesATypedResult()
    {
        Output<LookupResult>? result = null;
        await UpdateAsync(() => result = Lookup("zone"), Answering(("arn", "arn:zone"), ("size", 3)));

        Assert.Equal("arn:zone", (await ValueOf(result!)).Arn);
        Assert.Equal(3, (await ValueOf(result!)).Size);
    }

    [Fact]
    public async Task Invoke_MissingMembersAreDefault()
    {
        Output<LookupResult>? result = null;
        await UpdateAsync(() => result = Lookup("zone"), Answering());

        Assert.Null((await ValueOf(result!)).Arn);
    }

    [Fact]
    public async Task Invoke_WithASecretResultIsSecret()
    {
        Output<LookupResult>? result = null;
        await UpdateAsync(() => result = Lookup("zone"), Answering(("arn", Output.CreateSecret("arn:zone"))));

        Assert.True(await Output.IsSecretAsync(result!));
    }

    [Fact]
    public async Task Invoke_WithAnUnknownArgumentIsNotCalled()
    {
        Output<LookupResult>? result = null;
        var mocks = await PreviewAsync(() => result = Lookup(OutputUtilities.CreateUnknown("zone")));

        Assert.Empty(mocks.Calls);
        Assert.False(await IsKnown(result!));
    }

    [Fact]
    public async Task Invoke_DependingOnAResourceThatDoesNotExistIsNotCalled()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        Output<LookupResult>? result = null;
        await PreviewAsync(
            () => result = Deployment.Instance.Invoke<LookupResult>(
                Token, new LookupArgs { Name = "zone" }, new InvokeOutputOptions { DependsOn = { new Thing("thing") } }),
            mocks);

        Assert.Empty(mocks.Calls);
        Assert.False(await IsKnown(result!));
    }

    [Fact]
    public async Task Invoke_DependsOnTheResourcesOfItsArguments()
    {
        Thing? thing = null;
        Output<LookupResult>? result = null;
        await UpdateAsync(() =>
        {
            thing = new Thing("thing");
            result = Lookup(thing.Id);
        });

        Assert.Contains(thing!, await OutputUtilities.GetDependenciesAsync(result!));
    }

    [Fact]
    public async Task Invoke_UsesTheExplicitOrInheritedProvider()
    {
        var mocks = await UpdateAsync(() =>
        {
            var provider = new TestProvider("prov", new TestProviderArgs());
            var group = new Group("group", new ComponentResourceOptions { Providers = { provider } });
            Lookup("explicit", new InvokeOptions { Provider = provider });
            Lookup("inherited", new InvokeOptions { Parent = group });
        });

        const string Reference = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::prov::prov-id";
        Assert.Equal([Reference, Reference], mocks.Calls.Select(call => call.Provider));
    }

    [Fact]
    public async Task InvokeAsync_GivesTheResultItself()
    {
        var mocks = Answering(("arn", "arn:zone"));
        LookupResult? result = null;
        await Deployment.TestAsync(mocks, Update, async () =>
        {
            result = await Deployment.Instance.InvokeAsync<LookupResult>(Token, new LookupArgs { Name = "zone" });
        });

        Assert.Equal("arn:zone", result!.Arn);
    }

    [Fact]
    public async Task FailingMock_FailsTheRun()
    {
        var mocks = new RecordingMocks { Result = args => throw new FormatException($"no {args.Token}") };
        var errors = await FailureAsync(() => { Lookup("zone"); }, mocks);

        Assert.Contains(errors, error => error.Contains($"no {Token}", StringComparison.Ordinal));
    }

    private static Output<LookupResult> Lookup(Input<string> name, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Name = name }, options);

    private static RecordingMocks Answering(params (string Name, object Value)[] members) =>
        new() { Result = _ => members.ToImmutableDictionary(member => member.Name, member => member.Value) };
}
