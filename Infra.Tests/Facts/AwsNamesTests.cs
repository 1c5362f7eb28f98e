namespace Infra.Tests.Facts;

public sealed class AwsNamesTests
{
    [Theory]
    [InlineData("shop-service-api", "shop-service-api")]
    [InlineData("shop-service-checkouts-1", "shop-service-checkouts-1")]
    [InlineData("shop-service-checkouts-01", "shop-service-chec-604af3")]
    [InlineData("shop-service-checkouts-02", "shop-service-chec-3ca9c3")]
    [InlineData("internal-service-api", "internal-service-api")]
    public void TargetGroup_Fit_LeavesRoomForTheRandomSuffix(string logicalName, string expected)
    {
        Assert.Equal(expected, AwsNames.TargetGroup.Fit(logicalName));
        Assert.True(AwsNames.TargetGroup.Allows($"{expected}-0a1b2c3"));
    }

    [Theory]
    [InlineData("shop-lb", "shop-lb")]
    [InlineData("internal-lb", "x-internal-lb-c2e47d")]
    [InlineData("internally-lb", "internally-lb")]
    public void LoadBalancer_Fit_AvoidsReservedPrefix(string logicalName, string expected)
    {
        Assert.Equal(expected, AwsNames.LoadBalancer.Fit(logicalName));
        Assert.True(AwsNames.LoadBalancer.Allows($"{expected}-0a1b2c3"));
    }

    [Theory]
    [InlineData("sthree-storage-files", "x-sthree-storage-files-f6d482")]
    [InlineData("shop-storage-files", "shop-storage-files")]
    public void Bucket_Fit_AvoidsReservedPrefix(string logicalName, string expected) => Assert.Equal(expected, AwsNames.Bucket.Fit(logicalName));

    [Theory]
    [InlineData("sg-security-service", "x-sg-security-service-e4fe6f")]
    [InlineData("shop-security-service", "shop-security-service")]
    public void SecurityGroup_Fit_AvoidsReservedPrefix(string logicalName, string expected) =>
        Assert.Equal(expected, AwsNames.SecurityGroup.Fit(logicalName));

    [Theory]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "internal-lb-1")]
    [InlineData("aws:lb/targetGroup:TargetGroup", "shop_1")]
    [InlineData("aws:rds/instance:Instance", "shop--dev")]
    [InlineData("aws:rds/instance:Instance", "shop-dev-")]
    [InlineData("aws:rds/instance:Instance", "1shop")]
    [InlineData("aws:ecr/repository:Repository", "shop-dev//web")]
    [InlineData("aws:ecr/repository:Repository", "shop-dev/Web")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", "ecs-guide-dev_big")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", "AWS-dev_big")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", "fargate-dev_big")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "sg-1")]
    [InlineData("aws:s3/bucket:Bucket", "shop..files")]
    [InlineData("aws:s3/bucket:Bucket", "Shop")]
    [InlineData("aws:s3/bucket:Bucket", "xn--shop")]
    [InlineData("aws:sqs/queue:Queue", "shop.dead")]
    [InlineData("aws:backup/vault:Vault", "a")]
    [InlineData("aws:appautoscaling/scheduledAction:ScheduledAction", "shop/night")]
    [InlineData("aws:secretsmanager/secret:Secret", "shop-AbCdEf")]
    public void Name_RejectedByAws_IsNotAllowed(string type, string name) => Assert.False(AwsNames.All.Single(row => row.Type == type).Allows(name));

    [Fact]
    public void Types_AreUnique() => Assert.Equal(AwsNames.All.Count, AwsNames.All.Select(row => row.Type).Distinct().Count());
}
