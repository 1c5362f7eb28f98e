using Infra.Caching;
using Infra.Tests.Support;

namespace Infra.Tests.Caching;

public sealed class CacheDescriptionTests
{
    [Theory]
    [InlineData("""{"uses":["cache"]}""")]
    [InlineData("""{"secrets":{"TOKEN":{"from":"cache.token"}}}""")]
    [InlineData("""{"environment":{"HOST":"${cache.host}"}}""")]
    public void Cache_ThatATaskUses_IsReachedByThatTaskOnly(string service) => Assert.Equal(
        ["service-to-cache-6379"], RulesToTheCache(Blocks.Cache, service));

    // Clients read from replicas of a serverless cache on the second port.
    [Fact]
    public void ServerlessCache_IsReachedOnBothPorts() => Assert.Equal(
        ["service-to-cache-6379-6380"], RulesToTheCache(Blocks.ServerlessCache, """{"uses":["cache"]}"""));

    [Fact]
    public void Cache_ThatIsAbsent_PromisesNothing()
    {
        var description = new CacheDescription(null);

        Assert.False(description.IsPresent);
        Assert.Null(description.Target);
        Assert.Empty(description.Placeholders);
        Assert.Empty(description.Secrets);
        Assert.False(description.NeedsIsolatedSubnets);
    }

    [Theory]
    [InlineData("replicationGroup:ReplicationGroup", "replicationGroupId", 40)]
    [InlineData("serverlessCache:ServerlessCache", "name", 40)]
    [InlineData("user:User", "userId", 40)]
    [InlineData("userGroup:UserGroup", "userGroupId", 40)]
    public void Name_LongerThanAwsAllows_IsRejected(string type, string input, int length)
    {
        var row = CacheNames.All.Single(row => row.Type == $"aws:elasticache/{type}");

        Assert.Equal(input, row.Input);
        Assert.True(row.Allows(new string('a', length)));
        Assert.False(row.Allows(new string('a', length + 1)));
        Assert.False(row.Allows("shop--cache"));
    }

    [Fact]
    public void Credentials_AsText_HideTheToken() => Assert.Equal(
        "cache.example.com:6379", new CacheCredentials { Host = "cache.example.com", Token = "hidden" }.ToString());

    private static IEnumerable<string> RulesToTheCache(string block, string service) => TestConfigs
        .With(("cache", block), ("service", service), ("jobs", """{"night":{}}"""))
        .PlanTraffic().Rules().Where(rule => rule.To == CacheDescription.Peer).Select(rule => rule.Name);
}
