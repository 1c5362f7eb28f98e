using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>Graphs that stand next to each other on the dashboard.</summary>
internal sealed record DashboardRow(params IReadOnlyList<DashboardGraph> Graphs);

/// <summary>A graph with one line for each metric.</summary>
internal sealed record DashboardGraph(string Title, params IReadOnlyList<DashboardLine> Lines);

/// <summary>A metric on a graph.</summary>
/// <param name="Namespace">The CloudWatch namespace, such as <c>AWS/RDS</c>.</param>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Statistic">The statistic, such as <c>Sum</c> or <c>p95</c>.</param>
/// <param name="Label">The text in the legend.</param>
/// <param name="Dimensions">The dimensions that select the resource, in the order in which CloudWatch shows them.</param>
internal sealed record DashboardLine(
    string Namespace, string Metric, string Statistic, Output<string> Label, params IReadOnlyList<(string Name, Output<string> Value)> Dimensions);
