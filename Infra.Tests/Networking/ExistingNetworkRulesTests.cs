using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public sealed class ExistingNetworkRulesTests
{
    private const string PrivateService = """{"subnets":"private"}""";
    private const string Internal = """{"scheme":"internal"}""";

    private const string Database = """
        {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","allocatedStorageGiB":20,"maxAllocatedStorageGiB":50,
         "multiAz":false,"backupRetentionDays":1,"deletionProtection":false,"finalSnapshot":false,"tls":"require"}
        """;

    [Fact]
    public void PublicSubnets_ForPublicServiceWithoutDatabase_AreAccepted() =>
        Assert.Empty(Of("\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]"));

    [Fact]
    public void PrivateSubnets_ForInternalServiceWithoutDatabase_AreAccepted() => Assert.Empty(Of(
        "\"privateSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("service", PrivateService), ("loadBalancer", Internal)));

    [Fact]
    public void PrivateService_WithoutKnownRouteToItsImage_IsAccepted() => Assert.Empty(Of(
        "\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"],\"privateSubnetIds\":[\"subnet-0c000000\",\"subnet-0d000000\"]", ("service", PrivateService)));

    [Fact]
    public void InternetFacingLoadBalancer_WithoutPublicSubnets_IsRejected() => Assert.Equal(
        ["app:existingNetwork.publicSubnetIds: is required by an internet-facing load balancer"],
        Of("\"privateSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("service", PrivateService)));

    [Fact]
    public void InternalLoadBalancer_WithoutPrivateSubnets_IsRejected() => Assert.Equal(
        ["app:existingNetwork.privateSubnetIds: is required by an internal load balancer"],
        Of("\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("loadBalancer", Internal)));

    [Theory]
    [InlineData("{}", "public", "private", "internal")]
    [InlineData("""{"scheme":"internetFacing"}""", "private", "public", "internet-facing")]
    public void NetworkLoadBalancer_WithoutSubnetsOfItsScheme_IsRejected(string loadBalancer, string present, string missing, string scheme) => Assert.Equal(
        [$"app:existingNetwork.{missing}SubnetIds: is required by an {scheme} network load balancer"],
        Of(
            $"\"{present}SubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]",
            ("networkLoadBalancer", loadBalancer),
            ("service", $$$"""{"containerPort":null,"subnets":"{{{present}}}","tcpPorts":[{"port":5432}]}""")));

    [Fact]
    public void NetworkLoadBalancer_WithoutTcpPorts_NeedsNoSubnets() => Assert.Equal(
        ["app:networkLoadBalancer: needs a service with tcpPorts: without one the stack creates no network load balancer"],
        Of("\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("networkLoadBalancer", "{}")));

    [Fact]
    public void PublicService_WithoutPublicSubnets_IsRejected() => Assert.Equal(
        ["app:existingNetwork.publicSubnetIds: is required by service.subnets public"],
        Of("\"privateSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("loadBalancer", Internal)));

    [Fact]
    public void PrivateService_WithoutPrivateSubnets_IsRejected() => Assert.Equal(
        ["app:existingNetwork.privateSubnetIds: is required by service.subnets private"],
        Of("\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("service", PrivateService)));

    [Fact]
    public void Database_WithoutIsolatedSubnets_IsRejected() => Assert.Equal(
        ["app:existingNetwork.isolatedSubnetIds: is required by app:database"],
        Of("\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"]", ("database", Database)));

    [Fact]
    public void Database_WithIsolatedSubnets_IsAccepted() => Assert.Empty(Of(
        "\"publicSubnetIds\":[\"subnet-0a000000\",\"subnet-0b000000\"],\"isolatedSubnetIds\":[\"subnet-0c000000\",\"subnet-0d000000\"]",
        ("database", Database)));

    [Fact]
    public void Subnet_InTwoTiers_IsRejected() => Assert.Equal(
        ["app:existingNetwork.publicSubnetIds: cannot contain subnet-0b000000, subnet-0d000000, which privateSubnetIds or isolatedSubnetIds also contains"],
        Of("""
            "publicSubnetIds":["subnet-0a000000","subnet-0b000000","subnet-0d000000"],"privateSubnetIds":["subnet-0b000000","subnet-0c000000"],
            "isolatedSubnetIds":["subnet-0d000000","subnet-0e000000"]
            """));

    private static IReadOnlyList<string> Of(string subnets, params (string Key, string Json)[] changes) => Problems.Of(
        [("network", "-"), ("existingNetwork", $$"""{"vpcId":"vpc-0a000000",{{subnets}}}"""), .. changes]);
}
