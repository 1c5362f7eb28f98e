using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

/// <summary>The services of the stack.</summary>
internal sealed class StackServices : IStackPart
{
    private const string LoadBalancing = "AWS/ApplicationELB";

    private readonly ServiceHost _host;

    public StackServices(IEnumerable<ConfiguredService> services, ServiceHost host)
    {
        var rules = host.HttpEntry?.ListenerArn.WhenPresent(listener => new ListenerRuleSet(host.Tasks.Context.Names.Logical("rules"), listener));
        _host = host with { Rules = rules };
        All =
        [
            .. services.Select(service => new Service(
                service.NamesIn(host.Tasks.Context.Names).Logical, new ServiceArgs { Service = service, Host = _host })),
        ];
    }

    /// <summary>All services, <c>app:service</c> first if there is one.</summary>
    public IReadOnlyList<Service> All { get; }

    /// <summary><c>app:service</c>; null in a stack without it.</summary>
    public Service? Main => All.FirstOrDefault(service => service.Configured.Key is null);

    /// <summary>The migrations as separate tasks, by name.</summary>
    public IEnumerable<KeyValuePair<string, RunnableTask>> Migrations => All
        .Where(service => service.Task.MigrationDefinitionArn is not null)
        .Select(service => KeyValuePair.Create(
            service.Configured.MigrationName,
            RunnableTask.CreateMigration(service.Task, service.Configured, _host.Tasks)));

    /// <summary>The ARNs of secrets stored for the services, by service and variable, such as <c>service.TOKEN</c>.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> StoredSecrets => All.SelectMany(service =>
        service.Task.StoredSecrets.Select(secret => KeyValuePair.Create($"{service.Configured.Path}.{secret.Key}", secret.Value)));

    /// <summary>The commands that open a shell, for services with exec, by key.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> ShellCommands => All
        .Select(service => (service, Command: ExecShell.Command(_host.Tasks.Context, service)))
        .Where(shell => shell.Command is not null)
        .Select(shell => KeyValuePair.Create(shell.service.Configured.Path.Text, shell.Command!));

    /// <summary>The commands that follow the log, by key.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> LogCommands => All.Select(service => KeyValuePair.Create(
        service.Configured.Path.Text, LogCommand.Create(_host.Tasks.Context.Region, service.Task.LogGroupName)));

    /// <summary>The commands that start new tasks of the same version, by key.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> RedeployCommands => All.Select(service => KeyValuePair.Create(
        service.Configured.Path.Text, RedeployCommand.Create(_host.Tasks.Context.Region, service)));

    /// <summary>The expected state of each service, by key.</summary>
    public Output<ImmutableDictionary<string, object>> Expected => OutputMaps.Objects(All.Select(service => KeyValuePair.Create(
        service.Configured.Path.Text, ExpectedService.Create(service, hasOffHours: _host.Config.OffHours is not null))));

    /// <summary>The ECS service names of <c>app:services</c>, by their names in the stack file.</summary>
    public Output<ImmutableDictionary<string, string>> NamesByKey => OutputMaps.Join(All
        .Where(service => service.Configured.Key is not null)
        .ToDictionary(service => service.Configured.Key!, service => service.ServiceName));

    public IEnumerable<DashboardRow> DashboardRows =>
        [.. _host.HttpEntry is { } entry ? [RequestRow(entry.ArnSuffix)] : (DashboardRow[])[], .. All.Count > 0 ? [TaskRow()] : (DashboardRow[])[]];

    private DashboardRow RequestRow(Output<string> loadBalancer) => new(
        new DashboardGraph("Requests in a minute", [.. RequestLines("RequestCount", "Sum")]),
        new DashboardGraph(
            "Server errors in a minute",
            [
                .. RequestLines("HTTPCode_Target_5XX_Count", "Sum"),
                new DashboardLine(LoadBalancing, "HTTPCode_ELB_5XX_Count", "Sum", Output.Create("load balancer"), ("LoadBalancer", loadBalancer)),
            ]),
        new DashboardGraph("Response time of 95 %, in seconds", [.. RequestLines("TargetResponseTime", "p95")]));

    // The sample count of CPUUtilization is the number of running tasks, even without Container Insights.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
    private DashboardRow TaskRow() => new(
        new DashboardGraph("CPU of the tasks, in percent", [.. TaskLines("CPUUtilization", "Average")]),
        new DashboardGraph("Memory of the tasks, in percent", [.. TaskLines("MemoryUtilization", "Average")]),
        new DashboardGraph("Running tasks", [.. TaskLines("CPUUtilization", "SampleCount")]));

    private IEnumerable<DashboardLine> RequestLines(string metric, string statistic) =>
        from service in All
        where service.Requests is not null
        from targetGroup in service.Requests!.TargetGroups
        select new DashboardLine(
            LoadBalancing,
            metric,
            statistic,
            Output.Create(Label(service, targetGroup.Key)),
            ("TargetGroup", targetGroup.Value),
            ("LoadBalancer", service.Requests!.LoadBalancer));

    private IEnumerable<DashboardLine> TaskLines(string metric, string statistic) => All.Select(service => new DashboardLine(
        "AWS/ECS", metric, statistic, service.ServiceName, ("ClusterName", service.ClusterName), ("ServiceName", service.ServiceName)));

    private string Label(Service service, string targetGroup)
    {
        var name = service.Configured.NamesIn(_host.Tasks.Context.Names).InCluster;
        return targetGroup.Length == 0 ? name : $"{name} ({targetGroup.TrimStart('-')})";
    }
}
