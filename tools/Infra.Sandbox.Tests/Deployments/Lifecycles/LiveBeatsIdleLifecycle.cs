using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of live-beats.yaml with no tasks at first. The emulator has no scalable targets.</summary>
public sealed class LiveBeatsIdleLifecycle : StackLifecycle
{
    private const string StackName = "idle";
    private const string StackFileName = $"Pulumi.{StackName}.yaml";

    public LiveBeatsIdleLifecycle()
        : base(StackName, region: "eu-west-2")
    {
        File.Copy(RepositoryFiles.Path("examples", "live-beats.yaml"), Project.File(StackFileName));
        File.WriteAllText(Project.File(StackFileName), File.ReadAllText(Project.File(StackFileName)).Replace("desiredCount: 1 ", "desiredCount: 0 ", StringComparison.Ordinal));
    }

    internal JsonNode Service { get; private set; } = null!;

    internal string DatabaseId { get; private set; } = "";

    internal JsonNode[] IdlePolicies { get; private set; } = [];

    internal JsonNode[] ScaledPolicies { get; private set; } = [];

    internal CommandRun Raise { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        Service = await probe.ServiceAsync("live-beats-idle", "live-beats");
        DatabaseId = (await probe.QueryAsync("rds", "2014-10-31", "DescribeDBInstances")).Value("DBInstanceIdentifier");
        IdlePolicies = await PoliciesAsync(probe);
        await EditAsync(StackFileName, "desiredCount: 0 ", "desiredCount: 1 ");
        Raise = await RunAsync("up");
        ScaledPolicies = await PoliciesAsync(probe);
    }

    private static async Task<JsonNode[]> PoliciesAsync(EmulatorProbe probe)
    {
        var policies = await probe.CallAsync(
            "application-autoscaling", "AnyScaleFrontendService.DescribeScalingPolicies", """{ "ServiceNamespace": "ecs" }""");
        return [.. policies["ScalingPolicies"]!.AsArray().OfType<JsonNode>()];
    }
}
