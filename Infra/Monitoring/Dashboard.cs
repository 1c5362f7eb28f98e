using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Monitoring;

internal sealed record DashboardArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> ClusterName { get; init; }

    public required IReadOnlyList<Output<string>> ServiceNames { get; init; }

    /// <summary>The end of the load balancer's ARN.</summary>
    public Output<string>? LoadBalancer { get; init; }

    /// <summary>The ends of the ARNs of the services' target groups, by the names of their services.</summary>
    public IReadOnlyDictionary<string, Output<string>> TargetGroups { get; init; } = new Dictionary<string, Output<string>>();

    public Output<string>? DatabaseIdentifier { get; init; }

    /// <summary>The names of all queues, dead-letter queues too.</summary>
    public IReadOnlyList<Output<string>> QueueNames { get; init; } = [];
}

/// <summary>One CloudWatch dashboard for the whole stack.</summary>
internal sealed class Dashboard : ComponentResource
{
    private const string Type = "infra:index:Dashboard";

    private Dashboard(string name, DashboardArgs args)
        : base(Type, name)
    {
        _ = new CloudWatch.Dashboard(
            name, new CloudWatch.DashboardArgs { DashboardName = args.Context.Names.Deployment, DashboardBody = PlanBody(args) }, this.Child());
        RegisterOutputs();
    }

    public static Dashboard? For(string name, bool isWanted, DashboardArgs args) => isWanted ? new Dashboard(name, args) : null;

    private static Output<string> PlanBody(DashboardArgs args) => Output
        .Tuple(
            args.ClusterName,
            Output.All(args.ServiceNames),
            Optional.Of(args.LoadBalancer),
            OutputMaps.Join(args.TargetGroups),
            Optional.Of(args.DatabaseIdentifier),
            Output.All(args.QueueNames))
        .Apply(known => new DashboardBody
        {
            Region = args.Context.Region,
            ClusterName = known.Item1,
            ServiceNames = known.Item2,
            LoadBalancer = known.Item3,
            TargetGroups = known.Item4,
            DatabaseIdentifier = known.Item5,
            QueueNames = known.Item6,
        }.Json());
}
