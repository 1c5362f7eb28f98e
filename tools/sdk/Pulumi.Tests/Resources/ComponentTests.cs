using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class ComponentTests
{
    [Fact]
    public async Task Component_IsSentToTheMocks()
    {
        var mocks = await UpdateAsync(() => { _ = new Group("group"); });

        Assert.Equal("test:index:Group", mocks["group"].Type);
        Assert.Empty(mocks["group"].Inputs);
    }

    [Fact]
    public async Task Component_SendsTheArgumentsItPassesOn()
    {
        var mocks = await UpdateAsync(() => { _ = new Group("group", new PartArgs { Label = "l" }); });

        Assert.Equal("l", mocks["group"].Inputs["label"]);
    }

    [Fact]
    public async Task Component_KeepsTheOutputsItSets()
    {
        Group? group = null;
        await UpdateAsync(() =>
        {
            group = new Group("group");
            Assert.Null(group.Address);
            group.Complete(Output.Create("host"), Output.Create(80));
        });

        Assert.Equal("host", await ValueOf(group!.Address!));
    }

    [Fact]
    public async Task RegisterOutputs_SendsTheOutputProperties()
    {
        var mocks = await UpdateAsync(() => new Group("group").Complete(Output.Create("host"), Output.Create(80)));

        var request = RequestOf(mocks, "group");
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::group", request.Urn);
        Assert.Equal(["Address", "port"], request.Outputs.Keys.Order());
        Assert.Equal("host", await ValueOf(request.Outputs["Address"]));
        Assert.Equal(80.0, await ValueOf(request.Outputs["port"]));
    }

    [Fact]
    public async Task RegisterOutputs_SendsAGivenDictionary()
    {
        var mocks = await UpdateAsync(() => new Group("group").Complete(new Dictionary<string, object?> { ["size"] = 3 }));

        Assert.Equal(3.0, await ValueOf(RequestOf(mocks, "group").Outputs["size"]));
    }

    [Fact]
    public async Task RegisterOutputs_KeepsSecretsAndUnknowns()
    {
        var mocks = await PreviewAsync(() => new Group("group").Complete(
            Output.CreateSecret("host"), OutputUtilities.CreateUnknown(80)));

        var request = RequestOf(mocks, "group");
        Assert.True(await Output.IsSecretAsync(request.Outputs["Address"]));
        Assert.False(await IsKnown(request.Outputs["port"]));
    }

    [Fact]
    public async Task RemoteComponent_GetsItsOutputsFromTheMocks()
    {
        RemoteGroup? group = null;
        var mocks = await UpdateAsync(() => { group = new RemoteGroup("group", new ThingArgs { Names = ["a"] }); });

        Assert.Equal<object>(["a"], Assert.IsType<ImmutableArray<object>>(mocks["group"].Inputs["names"]));
        Assert.Equal<string>(["a"], await ValueOf(group!.Names));
        Assert.Equal<Resource>([group], await OutputUtilities.GetDependenciesAsync(group.Names));
    }

    [Fact]
    public async Task Resources_AreReturnedWithTheirNamesAndTypes()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), Update, () =>
        {
            var group = new Group("group");
            _ = new Thing("thing", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(["group", "thing"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal(["test:index:Group", Thing.Token], resources.Select(resource => resource.GetResourceType()));
    }

    [Fact]
    public void Resource_OutsideADeploymentFails() =>
        Assert.Throws<InvalidOperationException>(() => new Thing("thing"));

    private static MockRegisterResourceOutputsRequest RequestOf(RecordingMocks mocks, string name) =>
        Assert.Single(mocks.Registered, request => request.Urn.EndsWith($"::{name}", StringComparison.Ordinal));
}
