using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public class InterfaceEndpointsTests
{
    [Fact]
    public async Task InterfaceEndpoints_NotConfigured_CreateNoEndpointAndNoSecurityGroup()
    {
        var run = await Run("[]");

        Assert.Empty(run.All<InterfaceEndpoints>());
        Assert.Empty(run.All<Ec2.VpcEndpoint>());
        Assert.DoesNotContain(run.All<Ec2.SecurityGroup>(), group => group.Name == "shop-security-endpoints");
    }

    [Theory]
    [InlineData("ecr.api")]
    [InlineData("logs")]
    public async Task InterfaceEndpoints_Configured_AreInPrivateSubnetsWithTheirSecurityGroup(string service)
    {
        var run = await Run("""["ecr.api","logs"]""");

        Assert.Equal(2, run.All<Ec2.VpcEndpoint>().Count);
        ResourceAssert.Inputs(
            $$"""
            {
              "vpcId": "vpc-0a000000",
              "serviceName": "com.amazonaws.eu-central-1.{{service}}",
              "vpcEndpointType": "Interface",
              "subnetIds": ["subnet-0b100000", "subnet-0b200000"],
              "securityGroupIds": ["SecurityGroup:shop-security-endpoints"],
              "privateDnsEnabled": true
            }
            """,
            run.Find<Ec2.VpcEndpoint>($"shop-endpoints-{service}"));
    }

    private static Task<StackRun> Run(string services)
    {
        var config = TestConfigs.With(("network", $$"""{"interfaceEndpoints":{{services}}}"""));
        return TestParts.Run(config, parts => _ = parts.Endpoints);
    }
}
