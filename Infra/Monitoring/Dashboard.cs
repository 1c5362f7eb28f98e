using Pulumi;

namespace Infra.Monitoring;

internal sealed record DashboardArgs
{
    public required StackContext Context { get; init; }

    public required IEnumerable<DashboardRow> Rows { get; init; }
}

/// <summary>One CloudWatch dashboard for the whole stack.</summary>
internal sealed class Dashboard : ComponentResource
{
    private const string Type = "infra:index:Dashboard";

    public Dashboard(string name, DashboardArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _ = new CloudWatch.Dashboard(
            name, new CloudWatch.DashboardArgs { DashboardName = args.Context.Names.Deployment, DashboardBody = PlanBody(args) }, this.Child());
        RegisterOutputs();
    }

    private static Output<string> PlanBody(DashboardArgs args)
    {
        var rows = args.Rows.ToList();
        return Output
            .All(rows.SelectMany(row => row.Graphs).SelectMany(graph => graph.Lines).Select(Resolve))
            .Apply(lines => DashboardBody.Json(args.Context.Region, rows, lines));
    }

    private static Output<DashboardBody.Line> Resolve(DashboardLine line) => Output
        .Tuple(line.Label, Output.All(line.Dimensions.Select(dimension => dimension.Value)))
        .Apply(known => new DashboardBody.Line(line, known.Item1, known.Item2));
}
