using System.Collections.Immutable;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public class TaggingTests
{
    [Fact]
    public async Task Tagging_MinimalConfiguration_NamesApplicationStackAndResource()
    {
        var run = await StackRun.Of(TestConfigs.Minimal);

        Assert.Equal("Application=shop Name=shop-dev-lb Stack=dev", Tags(run.Single<Lb.LoadBalancer>()));
        Assert.Equal("Application=shop Name=shop-dev Stack=dev", Tags(run.Single<Lb.TargetGroup>()));
    }

    [Fact]
    public async Task Tagging_ConfiguredTags_AreAdded()
    {
        var run = await StackRun.Of(TestConfigs.With(("tags", """{"team":"maps","cost-center":"42"}""")), stack: "prod");

        Assert.Equal("Application=shop Name=shop-prod-lb Stack=prod cost-center=42 team=maps", Tags(run.Single<Lb.LoadBalancer>()));
    }

    [Fact]
    public async Task Tagging_ResourceThatTakesNoTags_IsLeftAlone()
    {
        var run = await StackRun.Of(TestConfigs.Minimal);

        Assert.False(run.Single<AwsIam.RolePolicy>().Has("tags"));
    }

    private static string Tags(RegisteredResource resource) => string.Join(
        ' ',
        ((ImmutableDictionary<string, object>)resource["tags"]!)
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Order(StringComparer.Ordinal));
}
