namespace Infra.Tests.Stack.Parts;

public sealed class PlaceholderNamesTests
{
    private static readonly string[] Always =
        ["aws.region", "aws.accountId", "cluster.name", "service.name", "service.arn"];

    [Fact]
    public void StackOfNothingElse_KnowsItself() => Assert.Equal(Always, PlaceholderNames.For(hasService: true, hasWeb: false, hasDatabase: false, []));

    [Fact]
    public void StackOfJobs_KnowsNoService() => Assert.Equal(
        ["aws.region", "aws.accountId", "cluster.name"], PlaceholderNames.For(hasService: false, hasWeb: false, hasDatabase: false, []));

    [Fact]
    public void LoadBalancer_AddsWhereTheServiceIsReached() => Assert.Equal(
        [.. Always, "service.host", "service.url"], PlaceholderNames.For(hasService: true, hasWeb: true, hasDatabase: false, []));

    [Fact]
    public void Database_AddsItsParts() => Assert.Equal(
        [.. Always, "database.host", "database.port", "database.name", "database.username"],
        PlaceholderNames.For(hasService: true, hasWeb: false, hasDatabase: true, []));

    [Fact]
    public void Buckets_AddTheirNames() => Assert.Equal(
        [.. Always, "bucket.results", "bucket.uploads"],
        PlaceholderNames.For(hasService: true, hasWeb: false, hasDatabase: false, [PlaceholderNames.Bucket("results"), PlaceholderNames.Bucket("uploads")]));

    [Fact]
    public void NamedParts_HaveTheirKindInFront()
    {
        Assert.Equal("queue.work", PlaceholderNames.Queue("work"));
        Assert.Equal("repository.app", PlaceholderNames.Repository("app"));
    }

    [Theory]
    [InlineData("${repository.app}", "app", "repository")]
    [InlineData("${repository.app}:1.2", "app", "repository:1.2")]
    [InlineData("${repository.app}@sha256:0a", "app", "repository@sha256:0a")]
    [InlineData("${repository.app}/more:1", null, "${repository.app}/more:1")]
    [InlineData("${repository.app}s:1", null, "${repository.app}s:1")]
    [InlineData("${repository.app", null, "${repository.app")]
    [InlineData("${bucket.app}:1", null, "${bucket.app}:1")]
    [InlineData("nginx:1", null, "nginx:1")]
    public void Image_OfTheStacksOwnRepository_BeginsWithItAndNoMoreThanATagFollows(string image, string? repository, string without)
    {
        Assert.Equal(repository, PlaceholderNames.RepositoryIn(image));
        Assert.Equal(without, PlaceholderNames.WithoutRepository(image));
    }
}
