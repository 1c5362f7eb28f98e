using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of datero.yaml: tasks on EC2 instances.</summary>
public sealed class DateroLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "datero.yaml"))
{
    internal JsonNode CapacityProvider { get; private set; } = null!;

    internal XElement ScalingGroup { get; private set; } = null!;

    internal XElement LaunchTemplate { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        var providers = await probe.EcsAsync("DescribeCapacityProviders", """{ "capacityProviders": ["ec2-datero-test_main"] }""");
        CapacityProvider = providers["capacityProviders"]!.AsArray().Single()!["autoScalingGroupProvider"]!;
        var groups = await probe.QueryAsync("autoscaling", "2011-01-01", "DescribeAutoScalingGroups");
        ScalingGroup = groups.Descendants("AutoScalingGroups").Elements("member").Single();
        LaunchTemplate = await probe.QueryAsync(
            "ec2", "2016-11-15", "DescribeLaunchTemplateVersions", ("LaunchTemplateId", ScalingGroup.Value("LaunchTemplateId")));
        TaskDefinition = await probe.TaskDefinitionAsync("datero-test");
    }
}
