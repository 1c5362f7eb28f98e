using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of live-beats.yaml: tasks that form a cluster.</summary>
public sealed class LiveBeatsLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "live-beats.yaml"), "eu-west-2")
{
    internal JsonNode TaskDefinition { get; private set; } = null!;

    internal JsonNode AccessPoint { get; private set; } = null!;

    /// <summary>The policy of the task role.</summary>
    internal JsonNode Policy { get; private set; } = null!;

    internal string DatabaseId { get; private set; } = "";

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        TaskDefinition = await probe.TaskDefinitionAsync("live-beats-test");
        AccessPoint = (await probe.GetJsonAsync("elasticfilesystem", "/2015-02-01/access-points"))["AccessPoints"]!.AsArray().Single()!;
        DatabaseId = (await probe.QueryAsync("rds", "2014-10-31", "DescribeDBInstances")).Value("DBInstanceIdentifier");
        Policy = await probe.RolePolicyAsync(TaskDefinition["taskRoleArn"].Text().Split('/')[1]);
    }
}
