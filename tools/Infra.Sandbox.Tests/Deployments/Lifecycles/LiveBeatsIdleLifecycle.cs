using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of live-beats.yaml with no tasks at first. The emulator has no scalable targets.</summary>
public sealed class LiveBeatsIdleLifecycle : StackLifecycle
{
    private readonly string _file;
    private readonly string _raised = File.ReadAllText(RepositoryFiles.Path("examples", "live-beats.yaml"));

    public LiveBeatsIdleLifecycle()
        : this(Path.Combine(Directory.CreateTempSubdirectory("live-beats-").FullName, "live-beats.yaml"))
    {
    }

    private LiveBeatsIdleLifecycle(string file)
        : base("idle", file, "eu-west-2")
    {
        _file = file;
        File.WriteAllText(file, _raised.Replace("desiredCount: 1 ", "desiredCount: 0 ", StringComparison.Ordinal));
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
        File.WriteAllText(_file, _raised);
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
