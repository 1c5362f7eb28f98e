using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A cluster keeps the capacity providers that its services use.</summary>
internal sealed class CapacityProviderUse : AwsRule
{
    private const string Association = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
    private const string Service = "aws:ecs/service:Service";

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) =>
        after.Type == Association ? InUse(state, after, NamesOf(before).Except(NamesOf(after))) : [];

    public override IEnumerable<Refusal> OnDelete(AwsState state, LiveResource deleted) =>
        deleted.Type == Association ? InUse(state, deleted, NamesOf(deleted)) : [];

    private static IEnumerable<Refusal> InUse(AwsState state, LiveResource association, IEnumerable<string> removed) =>
        from provider in removed
        from service in state.OfType(Service)
        where StrategyOf(service).Contains(provider) && ClusterOf(state, service, "cluster") == ClusterOf(state, association, "clusterName")
        select new Refusal(
            $"ResourceInUseException: service {service.Name} still uses capacity provider {NameOf(provider)}.",
            "Move the service to other capacity with one update, and remove the capacity with the next.");

    // A service names its cluster by ARN, the association by name. Either is only a symbol where the stack makes the cluster.
    private static string? ClusterOf(AwsState state, LiveResource resource, string input) =>
        state.Target(resource, input)?.Text("name") ?? resource.Text(input);

    private static IEnumerable<string> NamesOf(LiveResource association) => association.Inputs.Texts("capacityProviders");

    private static IEnumerable<string?> StrategyOf(LiveResource service) =>
        service.Inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().Select(item => item.Text("capacityProvider"));

    private static string NameOf(string provider) => Symbol.Parse(provider)?.Resource.Name ?? provider;
}
