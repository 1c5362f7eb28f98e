using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class MinimalTests(MinimalLifecycle lifecycle) : LifecycleTests<MinimalLifecycle>(lifecycle), IClassFixture<MinimalLifecycle>
{
    [SkippableFact]
    public void Service_AllowsOnlyTheLoadBalancer()
    {
        var open = Lifecycle.SecurityGroupRules.Ingress().Single(rule => rule.Element("cidrIpv4")?.Value == "0.0.0.0/0");
        var service = Lifecycle.SecurityGroupRules.Ingress().Single(rule => rule != open);

        Assert.Equal("80", open.Value("fromPort"));
        Assert.Equal(open.Value("groupId"), service.Source());
        Assert.Equal(
            service.Element("groupId")!.Value,
            Lifecycle.Service["networkConfiguration"]!["awsvpcConfiguration"]!["securityGroups"]!.AsArray().Single().Text());
    }

    [SkippableFact]
    public void Task_RunsTheImage()
    {
        var container = Lifecycle.TaskDefinition["containerDefinitions"]!.AsArray().Single()!;

        Assert.Equal("nginx:1.29", container["image"].Text());
        Assert.Equal(80, container["portMappings"]![0]!["containerPort"]!.GetValue<int>());
        Assert.Empty(container["secrets"]!.AsArray());
    }
}
