using Infra.Planning;

namespace Infra.Tests.Planning;

public sealed class PlaceholderNamesTests
{
    private static readonly string[] Always =
        ["aws.region", "aws.accountId", "cluster.name", "service.name", "service.host", "service.url", "service.arn"];

    [Fact]
    public void StackWithoutDatabaseAndBuckets_KnowsTheRest() => Assert.Equal(Always, PlaceholderNames.For(hasDatabase: false, []));

    [Fact]
    public void Database_AddsItsParts() => Assert.Equal(
        [.. Always, "database.host", "database.port", "database.name", "database.username"],
        PlaceholderNames.For(hasDatabase: true, []));

    [Fact]
    public void Buckets_AddTheirNames() => Assert.Equal(
        [.. Always, "bucket.results", "bucket.uploads"],
        PlaceholderNames.For(hasDatabase: false, ["results", "uploads"]));
}
