using Infra.Planning;

namespace Infra.Tests.Planning;

public sealed class PlaceholderNamesTests
{
    private static readonly string[] Always =
        ["aws.region", "aws.accountId", "cluster.name", "service.name", "service.arn"];

    [Fact]
    public void StackOfNothingElse_KnowsItself() => Assert.Equal(Always, PlaceholderNames.For(hasWeb: false, hasDatabase: false, []));

    [Fact]
    public void LoadBalancer_AddsWhereTheServiceIsReached() => Assert.Equal(
        [.. Always, "service.host", "service.url"], PlaceholderNames.For(hasWeb: true, hasDatabase: false, []));

    [Fact]
    public void Database_AddsItsParts() => Assert.Equal(
        [.. Always, "database.host", "database.port", "database.name", "database.username"],
        PlaceholderNames.For(hasWeb: false, hasDatabase: true, []));

    [Fact]
    public void Buckets_AddTheirNames() => Assert.Equal(
        [.. Always, "bucket.results", "bucket.uploads"],
        PlaceholderNames.For(hasWeb: false, hasDatabase: false, [PlaceholderNames.Bucket("results"), PlaceholderNames.Bucket("uploads")]));
}
