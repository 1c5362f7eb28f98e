using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of datero-demo.yaml: one task that is run by hand.</summary>
public sealed class DateroDemoLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "datero-demo.yaml"))
{
    internal XElement LaunchTemplate { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        var groups = await probe.QueryAsync("autoscaling", "2011-01-01", "DescribeAutoScalingGroups");
        LaunchTemplate = await probe.QueryAsync(
            "ec2", "2016-11-15", "DescribeLaunchTemplateVersions", ("LaunchTemplateId", groups.Descendants("AutoScalingGroups").Elements("member").Single().Value("LaunchTemplateId")));
        TaskDefinition = await probe.TaskDefinitionAsync("datero-demo-test_job-datero");
    }
}
