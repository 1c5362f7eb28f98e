using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class ProviderTests
{
    private const string Reference = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::prov::prov-id";

    [Fact]
    public async Task Provider_IsAResourceOfItsPackage()
    {
        var mocks = await UpdateAsync(() => { _ = NewProvider(); });

        Assert.Equal("pulumi:providers:test", mocks["prov"].Type);
    }

    [Fact]
    public async Task Provider_ReceivesTextsAsTheyAre()
    {
        var mocks = await UpdateAsync(() => { _ = NewProvider(new TestProviderArgs { Region = "eu-west-1" }); });

        Assert.Equal("eu-west-1", mocks["prov"].Inputs["region"]);
    }

    [Fact]
    public async Task Provider_ReceivesEverythingElseAsJson()
    {
        var mocks = await UpdateAsync(() =>
        {
            _ = NewProvider(new TestProviderArgs
            {
                SkipChecks = false,
                Retries = 3,
                Zones = ["a", Output.Create("b")],
                Defaults = new DefaultsArgs { Tags = new InputMap<string> { ["a"] = "b" } },
            });
        });

        var inputs = mocks["prov"].Inputs;
        Assert.Equal("false", inputs["skipChecks"]);
        Assert.Equal("3", inputs["retries"]);
        Assert.Equal("[ \"a\", \"b\" ]", inputs["zones"]);
        Assert.Equal("{ \"tags\": { \"a\": \"b\" } }", inputs["defaults"]);
    }

    [Fact]
    public async Task UnknownProviderArguments_AreAbsent()
    {
        var mocks = await PreviewAsync(() =>
        {
            _ = NewProvider(new TestProviderArgs { Region = OutputUtilities.CreateUnknown("r"), SkipChecks = true });
        });

        Assert.Equal(["skipChecks"], mocks["prov"].Inputs.Keys);
    }

    [Fact]
    public async Task UnsetProviderArguments_AreAbsent()
    {
        var mocks = await UpdateAsync(() => { _ = NewProvider(); });

        Assert.Empty(mocks["prov"].Inputs);
    }

    [Fact]
    public async Task ExplicitProvider_IsPassedByUrnAndId()
    {
        var mocks = await UpdateAsync(() =>
        {
            _ = new Thing("thing", null, new CustomResourceOptions { Provider = NewProvider() });
        });

        Assert.Equal(Reference, mocks["thing"].Provider);
    }

    [Fact]
    public async Task ProvidersOfAComponent_AreInheritedByItsDescendants()
    {
        var mocks = await UpdateAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Providers = { NewProvider() } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Thing("thing", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal(Reference, mocks["thing"].Provider);
        Assert.Equal("", mocks["inner"].Provider);
    }

    [Fact]
    public async Task SingleProviderOfAComponent_IsInherited()
    {
        var mocks = await UpdateAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { Provider = NewProvider() });
            _ = new Thing("thing", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(Reference, mocks["thing"].Provider);
    }

    [Fact]
    public async Task ProviderOfACustomResource_IsInheritedByItsChildren()
    {
        var mocks = await UpdateAsync(() =>
        {
            var parent = new Thing("parent", null, new CustomResourceOptions { Provider = NewProvider() });
            _ = new Thing("child", null, new CustomResourceOptions { Parent = parent });
        });

        Assert.Equal(Reference, mocks["child"].Provider);
    }

    [Fact]
    public async Task ResourceWithoutThatParent_DoesNotInheritTheProvider()
    {
        var mocks = await UpdateAsync(() =>
        {
            _ = new Group("group", new ComponentResourceOptions { Providers = { NewProvider() } });
            _ = new Thing("thing");
        });

        Assert.Equal("", mocks["thing"].Provider);
    }

    [Fact]
    public async Task RemoteComponent_DoesNotShowItsProviders()
    {
        var mocks = await UpdateAsync(() =>
        {
            _ = new RemoteGroup("group", new ThingArgs(), new ComponentResourceOptions { Providers = { NewProvider() } });
        });

        Assert.Equal("", mocks["group"].Provider);
    }

    [Fact]
    public async Task ProviderAndProvidersTogether_AreRefused()
    {
        var errors = await FailureAsync(() =>
        {
            var provider = NewProvider();
            _ = new Group("group", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });

        Assert.Contains("Do not supply both 'provider' and 'providers'", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static TestProvider NewProvider(TestProviderArgs? args = null) => new("prov", args ?? new TestProviderArgs());
}
