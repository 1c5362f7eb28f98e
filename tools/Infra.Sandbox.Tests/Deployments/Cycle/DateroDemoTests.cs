using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

[Collection(DeploymentTurns.ThirdRow)]
public sealed class DateroDemoTests(DateroDemoLife life) : LifeTests<DateroDemoLife>(life), IClassFixture<DateroDemoLife>
{
    [SkippableFact]
    public void Task_SharesTheNetworkOfAnInstanceWithAPublicAddress()
    {
        Assert.Equal("host", Life.TaskDefinition["networkMode"].Text());
        Assert.Equal(80, Life.TaskDefinition["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]!.GetValue<int>());
        Assert.Equal("true", Life.LaunchTemplate.Value("associatePublicIpAddress"));
    }

    [SkippableFact]
    public void Web_IsOpenToTheNamedAddressesOnly()
    {
        var rule = Life.SecurityGroupRules.Ingress().Single();

        Assert.Equal(("80", "203.0.113.7/32"), (rule.Value("fromPort"), rule.Value("cidrIpv4")));
    }
}
