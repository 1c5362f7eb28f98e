using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public sealed class NewSubnetsRulesTests
{
    private const string Zones = "\"zones\":[\"eu-central-1a\",\"eu-central-1b\"]";

    [Theory]
    [InlineData("""{"publicSubnetIds":["subnet-0a000000","subnet-0b000000"]}""", "app:existingNetwork.vpcId: is required unless default is true")]
    [InlineData("""{"vpcId":"vpc-0a000000","default":true}""", "app:existingNetwork.vpcId: cannot be combined with default")]
    [InlineData(
        """{"vpcId":"vpc-0a000000","publicSubnetIds":["subnet-0a000000","subnet-0b000000"],"zones":["eu-central-1a","eu-central-1b"]}""",
        "app:existingNetwork.zones: has no effect without default: subnets given by ID have their zones already")]
    [InlineData(
        """{"default":true,"zones":["eu-central-1a","eu-west-1b"]}""", "app:existingNetwork.zones[1]: \"eu-west-1b\" is not in aws:region eu-central-1")]
    public void ExistingVpc_Invalid_IsRejectedWithTheFix(string network, string problem) => Assert.Equal([problem], Of(network));

    [Theory]
    [InlineData("", "app:existingNetwork.newSubnets: needs publicCidrs, privateCidrs or isolatedCidrs")]
    [InlineData(
        ""","publicCidrs":["10.9.0.0/27"]""", "app:existingNetwork.newSubnets.publicCidrs: has 1 range for 2 zones; set one for each zone")]
    [InlineData(
        ""","publicCidrs":["10.9.0.0/28","10.9.0.32/27"]""",
        "app:existingNetwork.newSubnets.publicCidrs[0]: 10.9.0.0/28 is too small; use /27 or larger")]
    [InlineData(
        ""","privateCidrs":["10.9.0.0/29","10.9.0.32/28"]""",
        "app:existingNetwork.newSubnets.privateCidrs[0]: 10.9.0.0/29 is too small; use /28 or larger")]
    [InlineData(
        ""","privateCidrs":["10.0.0.0/15","10.9.0.32/28"]""",
        "app:existingNetwork.newSubnets.privateCidrs[0]: 10.0.0.0/15 is larger than a subnet may be; use /16 or smaller")]
    [InlineData(
        ""","publicCidrs":["10.9.0.0/24","10.9.1.0/24"],"privateCidrs":["10.9.0.128/25","10.9.2.0/24"]""",
        "app:existingNetwork.newSubnets.privateCidrs[0]: 10.9.0.128/25 overlaps the subnet 10.9.0.0/24")]
    [InlineData(
        ""","isolatedCidrs":["10.9.0.1/24","10.9.1.0/24"]""",
        "app:existingNetwork.newSubnets.isolatedCidrs[0]: \"10.9.0.1/24\" is not in canonical form; use 10.9.0.0/24")]
    [InlineData(
        ""","isolatedCidrs":["10.9.0.0/24","10.9.1.0/24"],"natGatewayIds":["nat-0a"]""",
        "app:existingNetwork.newSubnets.natGatewayIds: has no effect without privateCidrs")]
    [InlineData(
        ""","privateCidrs":["10.9.0.0/24","10.9.1.0/24"],"natGatewayIds":["nat-0a","nat-0b","nat-0c"]""",
        "app:existingNetwork.newSubnets.natGatewayIds: has 3 NAT gateways for 2 zones; set one for all zones or one for each")]
    public void NewSubnets_Invalid_AreRejectedWithTheFix(string subnets, string problem) =>
        Assert.Equal([problem], Of($$"""{"default":true,"newSubnets":{ {{Zones}}{{subnets}} } }"""));

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("isolated")]
    public void NewSubnets_WithSubnetIdsOfTheSameTier_AreRejected(string tier) => Assert.Equal(
        [$"app:existingNetwork.newSubnets.{tier}Cidrs: cannot be combined with existingNetwork.{tier}SubnetIds"],
        Of($$"""{"default":true,"{{tier}}SubnetIds":["subnet-0a000000","subnet-0b000000"],"newSubnets":{ {{Zones}},"{{tier}}Cidrs":["10.9.0.0/24","10.9.1.0/24"]} }"""));

    [Fact]
    public void NewPublicSubnets_WithDualStack_AreRejected() => Assert.Equal(
        ["app:existingNetwork.dualStack: needs public subnets with IPv6 addresses; those of newSubnets have none"],
        Of($$"""{"default":true,"dualStack":true,"newSubnets":{ {{Zones}},"publicCidrs":["10.9.0.0/24","10.9.1.0/24"]} }"""));

    [Fact]
    public void PrivateTasks_InTheDefaultVpcWithoutPrivateSubnets_AreRejected() => Assert.Equal(
        ["app:existingNetwork.privateSubnetIds: is required by service.subnets private"],
        Of("""{"default":true}""", ("service", """{"subnets":"private"}""")));

    [Fact]
    public void PrivateTasks_InNewSubnetsWithoutNatGateway_GetAWarning() => Assert.Equal(
        ["app:existingNetwork.newSubnets.natGatewayIds: is empty: private tasks start only if the VPC has endpoints for ECR, CloudWatch Logs and the source of their secrets"],
        TestConfigs.With(
                ("network", "-"),
                ("existingNetwork", $$"""{"default":true,"newSubnets":{ {{Zones}},"privateCidrs":["10.9.0.0/24","10.9.1.0/24"]} }"""),
                ("service", """{"subnets":"private"}"""))
            .Warnings.Select(warning => warning.ToString()));

    private static IReadOnlyList<string> Of(string network, params (string Key, string Json)[] changes) =>
        Problems.Of([("network", "-"), ("existingNetwork", network), .. changes]);
}
