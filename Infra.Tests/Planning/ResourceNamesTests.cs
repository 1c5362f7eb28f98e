using Infra.Planning;

namespace Infra.Tests.Planning;

public sealed class ResourceNamesTests
{
    // Pulumi appends a dash and seven random digits to the logical name.
    private const int RandomSuffixLength = 8;

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
    private const int LoadBalancerNameLimit = 32;

    private static readonly string LongestApplication = new('a', 20);

    [Fact]
    public void LongestApplicationName_LeavesRoomForTheNamesOfLoadBalancerAndTargetGroup()
    {
        var names = new ResourceNames(LongestApplication, "production");

        Assert.InRange(names.Logical("lb").Length + RandomSuffixLength, 31, LoadBalancerNameLimit);
        Assert.InRange(names.OfService().Logical.Length + RandomSuffixLength, 28, LoadBalancerNameLimit);
    }

    [Theory]
    [InlineData("dev", "shop-dev")]
    [InlineData("Prod", "shop-prod")]
    [InlineData("feature_X.2", "shop-feature-x-2")]
    [InlineData("-dev-", "shop-dev")]
    [InlineData("übung", "shop-bung")]
    [InlineData("a123456789b123456789c123456789", "shop-a123456789b123456789c123456789")]
    [InlineData("a123456789b123456789c123456789d", "shop-a123456789b123456789c123456789")]
    [InlineData("a123456789b123456789c12345678--d", "shop-a123456789b123456789c12345678")]
    public void Deployment_HoldsTheStackInLettersThatAwsTakesEverywhere(string stack, string expected) =>
        Assert.Equal(expected, new ResourceNames("shop", stack).Deployment);

    [Fact]
    public void PhysicalNames_CarryTheStackAndTheServiceDoesNot()
    {
        var names = new ResourceNames("shop", "dev");

        Assert.Equal(new TaskNames("shop", "shop-dev", "/ecs/shop-dev"), names.OfService());
        Assert.Equal(new TaskNames("shop-api", "shop-dev-api", "/ecs/shop-dev/api"), names.OfService("api"));
        Assert.Equal(new TaskNames("shop-job-report", "shop-dev-job-report", "/ecs/shop-dev/job-report"), names.OfJob("report"));
        Assert.Equal("/vpc/shop-dev", names.FlowLogGroup);
        Assert.Equal("shop-dev-big", names.CapacityProvider("big"));
        Assert.Equal("shop-database", names.Logical("database"));
    }

    [Theory]
    [InlineData("shop", "shop-dev")]
    [InlineData("shop-database", "shop-dev-database")]
    [InlineData("shopping", "shop-dev-shopping")]
    [InlineData("other", "shop-dev-other")]
    public void Tag_IsTheLogicalNameWithTheStackAfterTheApplication(string logicalName, string expected) =>
        Assert.Equal(expected, new ResourceNames("shop", "dev").Tag(logicalName));

    [Theory]
    [InlineData("database", true)]
    [InlineData("database-admin", true)]
    [InlineData("job-report", true)]
    [InlineData("public-paths", true)]
    [InlineData("databases", false)]
    [InlineData("public", false)]
    [InlineData("job", false)]
    [InlineData("api", false)]
    public void Reserved_IsWhatTheStackCallsItsParts(string key, bool expected) => Assert.Equal(expected, ResourceNames.IsReserved(key));

    [Fact]
    public void TaskFamily_WithTheLongestNames_StaysWithinItsLimit()
    {
        const int FamilyLimit = 255;
        var names = new ResourceNames(LongestApplication, new string('s', 100));

        Assert.Equal(LongestApplication.Length + 1 + 30, names.Deployment.Length);
        Assert.InRange(names.OfJob(new string('j', 20)).LogGroup.Length, 1, FamilyLimit);
    }
}
