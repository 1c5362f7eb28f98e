using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Options that decide what an update does to a running stack.</summary>
public class RunningStackInvariants
{
    private static readonly string[] OfData =
    [
        "aws:rds/instance:Instance", "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:efs/fileSystem:FileSystem", "aws:s3/bucket:Bucket", "aws:ecr/repository:Repository", "aws:backup/vault:Vault", "aws:cognito/userPool:UserPool",
    ];

    // Deleted first, the data would be gone before the replacement fails.
    [Theory]
    [EveryStack]
    public async Task Data_OfAnyStack_IsNeverDeletedFirst(string stack) => Assert.All(
        (await KnownStacks.Run(stack)).Resources.Where(resource => OfData.Contains(resource.Type)),
        resource => Assert.True(resource.DeleteBeforeReplace is false, $"{resource}"));

    [Theory]
    [InlineData("prod", "LoadBalancer dekart-lb", "Bucket dekart-buckets-results", "Instance dekart-database")]
    [InlineData("dev")]
    [InlineData("livebeats", "Repository live-beats-repositories-app")]
    [InlineData("eventjobs", "Bucket media-buckets-uploads", "Vault media-backup")]
    [InlineData("datero", "UserPool datero-users")]
    public async Task Protection_OfAStack_IsThatOfItsKeys(string stack, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        (await KnownStacks.Run(stack)).Resources.Where(resource => resource.Options.Protect == true).Select(resource => $"{resource}").Order(StringComparer.Ordinal));

    [Theory]
    [EveryStack]
    public async Task Revisions_OfAnyStack_StayForARollback(string stack) => ResourceAssert.Every(
        (await KnownStacks.Run(stack)).All<Ecs.TaskDefinition>(), definition => Assert.Equal(true, definition["skipDestroy"]));

    [Fact]
    public async Task UserPoolDomain_IsDeletedFirstSinceAPoolHasOne() =>
        Assert.True((await KnownStacks.Run("datero")).Single<Cognito.UserPoolDomain>().DeleteBeforeReplace);

    [Fact]
    public async Task DiscoveryNames_AreCreatedBeforeTheOldOnesGo()
    {
        var run = await KnownStacks.Run("eventjobs");

        Assert.False(run.Single<ServiceDiscovery.PrivateDnsNamespace>().DeleteBeforeReplace);
        Assert.False(run.Single<ServiceDiscovery.Service>().DeleteBeforeReplace);
    }

    [Theory]
    [InlineData("existing", "shop--internal")]
    [InlineData("ecsguide", "guide--on-shared")]
    [InlineData("eventjobs", "media", "media--alt", "media-service-admin")]
    public async Task TargetGroups_OfAStack_AreNamedAfterTheirLoadBalancer(string stack, params string[] names) => Assert.Equal(
        names, (await KnownStacks.Run(stack)).All<Lb.TargetGroup>().Select(group => group.Name).Order(StringComparer.Ordinal));
}
