using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>Cheaper tasks.</summary>
internal static class TaskSavings
{
    private const string Service = "aws:ecs/service:Service";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Cluster = "aws:ecs/cluster:Cluster";

    public static IEnumerable<SavingCandidate> Arm(EditableStack stack)
    {
        foreach (var definition in stack.All(TaskDefinition))
        {
            var platform = definition.Inputs.Map("runtimePlatform");
            if (platform.Text("cpuArchitecture") == "X86_64" && definition.Inputs.Texts("requiresCompatibilities").Contains("FARGATE"))
            {
                var arm = EditableStack.Set(definition.Inputs, "runtimePlatform", EditableStack.Set(platform, "cpuArchitecture", "ARM64"));
                yield return new SavingCandidate(
                    $"{stack.BlockOf(definition)}.architecture: arm64", "if the image is built for arm64", stack.With(definition, arm));
            }
        }
    }

    // Not suggested where something is worth protecting: AWS may take all Spot capacity away at a time.
    public static IEnumerable<SavingCandidate> Spot(EditableStack stack)
    {
        foreach (var service in stack.IsDisposable ? stack.All(Service) : [])
        {
            var providers = service.Inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().Select(share => share.Text("capacityProvider"));
            if (providers.All(provider => provider == CapacitySplit.Fargate))
            {
                var spot = EditableStack.Map(("capacityProvider", CapacitySplit.FargateSpot), ("base", 0), ("weight", 1));
                yield return new SavingCandidate(
                    $"{stack.BlockOf(service)}.capacityProviders: {{ FARGATE_SPOT: {{ weight: 1 }} }}",
                    "if tasks may stop at two minutes' notice; the price of Spot is an assumption",
                    stack.With(service, EditableStack.Set(service.Inputs, "capacityProviderStrategies", new PropertyValue.List([spot]))));
            }
        }
    }

    public static IEnumerable<SavingCandidate> NoContainerInsights(EditableStack stack) => stack.All(Cluster)
        .Where(cluster => cluster.Inputs.Items("settings").OfType<PropertyValue.Map>().Any(setting => setting.Text("value") is "enabled" or "enhanced"))
        .Select(cluster => new SavingCandidate(
            $"{stack.BlockOf(cluster)}.containerInsights: disabled",
            "CPU and memory of services and the number of their tasks are free metrics of ECS",
            stack.With(cluster, EditableStack.Set(cluster.Inputs, "settings", new PropertyValue.List([])))));
}
