using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of ecs-guide.yaml: an existing network and load balancer.</summary>
public sealed class EcsGuideLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "ecs-guide.yaml"), "us-west-2")
{
    /// <summary>The existing load balancer.</summary>
    internal XElement LoadBalancer { get; private set; } = null!;

    internal XElement HttpsRules { get; private set; } = null!;

    internal XElement HttpRules { get; private set; } = null!;

    internal JsonNode Service { get; private set; } = null!;

    internal JsonNode Cluster { get; private set; } = null!;

    internal JsonNode Repository { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        LoadBalancer = await probe.LoadBalancersAsync();
        HttpsRules = await probe.RulesAsync(Listeners, "443");
        HttpRules = await probe.RulesAsync(Listeners, "80");
        Service = await probe.ServiceAsync("guide-test", "guide");
        Cluster = (await probe.EcsAsync("DescribeClusters", """{ "clusters": ["guide-test"] }"""))["clusters"]!.AsArray().Single()!;
        Repository = (await probe.CallAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories"))["repositories"]![0]!;
    }
}
