using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class StackTests
{
    [Fact]
    public async Task Stack_IsTheFirstOfItsResources()
    {
        var resources = await Deployment.TestAsync<GoodStack>(new RecordingMocks());

        Assert.Equal(["project-stack", "thing"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Stack_IsNotSentToTheMocks()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<GoodStack>(mocks);

        Assert.Equal(["thing"], mocks.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task StackOutputs_AreRegisteredUnderTheirNames()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<GoodStack>(mocks, Update);

        var outputs = Assert.Single(mocks.Registered).Outputs;
        Assert.Equal(["ThingId", "count"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("thing-id", await ValueOf(outputs["ThingId"]));
        Assert.Equal(3.0, await ValueOf(outputs["count"]));
    }

    [Fact]
    public async Task StackFromAServiceProvider_CanHaveArguments()
    {
        var services = new Services(() => new NamedStack("given"));
        var resources = await Deployment.TestWithServiceProviderAsync<NamedStack>(new RecordingMocks(), services);

        Assert.Equal("given", resources[1].GetResourceName());
    }

    [Fact]
    public async Task UnassignedOutput_IsRefused()
    {
        var errors = await FailureOfAsync(() => Deployment.TestAsync<UnassignedStack>(new RecordingMocks()));

        Assert.Equal(
            ["Output(s) 'Missing' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."],
            errors);
    }

    [Fact]
    public async Task OutputOfAnotherType_IsRefused()
    {
        var errors = await FailureOfAsync(() => Deployment.TestAsync<MistypedStack>(new RecordingMocks()));

        Assert.Equal(
            ["Output(s) 'Plain' have incorrect type. [Output] attributed properties must be instances of Output<T>."], errors);
    }

    [Fact]
    public async Task ConstructorException_IsShownWithItsTypeAndMessage()
    {
        var errors = await FailureOfAsync(() => Deployment.TestAsync<BrokenStack>(new RecordingMocks()));

        Assert.Matches("(?s)^Running program '.*' failed with an unhandled exception:\nSystem.FormatException: broken",
            Assert.Single(errors));
    }

    private sealed class GoodStack : Stack
    {
        public GoodStack()
        {
            ThingId = new Thing("thing").Id;
            Count = Output.Create(3);
        }

        [Output]
        public Output<string> ThingId { get; }

        [Output("count")]
        public Output<int> Count { get; }
    }

    private sealed class NamedStack : Stack
    {
        public NamedStack(string name) => _ = new Thing(name);
    }

    private sealed class UnassignedStack : Stack
    {
        [Output]
        public Output<string>? Missing { get; }
    }

    private sealed class MistypedStack : Stack
    {
        [Output]
        public string Plain { get; } = "text";
    }

    private sealed class BrokenStack : Stack
    {
        public BrokenStack() => throw new FormatException("broken");
    }

    private sealed class Services(Func<object> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
