using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class DateroDemoTests(DateroDemoLifecycle lifecycle) : LifecycleTests<DateroDemoLifecycle>(lifecycle), IClassFixture<DateroDemoLifecycle>
{
    [SkippableFact]
    public void Task_UsesHostNetworkingOnAPublicInstance()
    {
        Assert.Equal("host", Lifecycle.TaskDefinition["networkMode"].Text());
        Assert.Equal(80, Lifecycle.TaskDefinition["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]!.GetValue<int>());
        Assert.Equal("true", Lifecycle.LaunchTemplate.Value("associatePublicIpAddress"));
    }

    [SkippableFact]
    public void Web_AllowsOnlyTheConfiguredAddresses()
    {
        var rule = Lifecycle.SecurityGroupRules.Ingress().Single();

        Assert.Equal(("80", "203.0.113.7/32"), (rule.Value("fromPort"), rule.Value("cidrIpv4")));
    }
}
