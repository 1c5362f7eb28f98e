using System.Collections.Immutable;
using System.Text.Json;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Rollouts;

/// <summary>Reads the state of services from AWS.</summary>
internal sealed class ServiceObserver(IAwsCli aws, string cluster)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
    private const int ServicesOfACall = 10;

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
    private const int TasksOfACall = 100;

    /// <summary>The states of services by their name in the cluster; those that do not exist have no status.</summary>
    public async Task<IReadOnlyDictionary<string, ServiceState>> ObserveAsync(IEnumerable<ExpectedService> services, CancellationToken cancellation)
    {
        var states = new Dictionary<string, ServiceState>();
        foreach (var some in services.Chunk(ServicesOfACall))
        {
            var answer = await aws.CallAsync(
                new AwsCall("ecs", "describe-services", ["--cluster", cluster, "--services", .. some.Select(service => service.Name)]), cancellation);
            var described = answer.Items("services").ToLookup(service => service.Text("serviceName"));
            var observed = await Task.WhenAll(some.Select(service => ObserveAsync(service, described[service.Name].FirstOrDefault(), cancellation)));
            foreach (var (service, state) in some.Zip(observed))
            {
                states[service.Name] = state;
            }
        }

        return states;
    }

    private async Task<ServiceState> ObserveAsync(ExpectedService service, JsonElement json, CancellationToken cancellation)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new ServiceState();
        }

        var targets = Task.WhenAll(service.TargetGroups.SelectMany(port => port).Select(group => TargetsAsync(group, cancellation)));
        var (running, stopped) = (TasksAsync(service.Name, "RUNNING", cancellation), TasksAsync(service.Name, "STOPPED", cancellation));
        var latest = LatestAsync(service.Name, cancellation);
        await Task.WhenAll(targets, running, stopped, latest);
        return new ServiceState
        {
            Status = json.Text("status"),
            DesiredCount = json.Number("desiredCount") ?? 0,
            Deployments = [.. json.Items("deployments").Select(DeploymentOf)],
            Latest = await latest,
            Events = [.. json.Items("events").Select(item => new ServiceEvent(item.Text("message"), item.Time("createdAt")))],
            Tasks = [.. await running, .. await stopped],
            Targets = (await targets).ToImmutableDictionary(),
        };
    }

    private static Deployment DeploymentOf(JsonElement json) => new()
    {
        Id = json.Text("id"),
        Status = json.Text("status"),
        TaskDefinition = json.Text("taskDefinition"),
        RolloutState = json.Text("rolloutState"),
        RolloutStateReason = json.Text("rolloutStateReason"),
        FailedTasks = json.Number("failedTasks") ?? 0,
        CreatedAt = json.Time("createdAt"),
    };

    private async Task<List<TaskState>> TasksAsync(string service, string status, CancellationToken cancellation)
    {
        var list = await aws.CallAsync(
            new AwsCall("ecs", "list-tasks", "--cluster", cluster, "--service-name", service, "--desired-status", status), cancellation);
        var tasks = new List<TaskState>();
        foreach (var some in list.Texts("taskArns").Chunk(TasksOfACall))
        {
            var answer = await aws.CallAsync(new AwsCall("ecs", "describe-tasks", ["--cluster", cluster, "--tasks", .. some]), cancellation);
            tasks.AddRange(answer.Items("tasks").Select(TaskOf));
        }

        return tasks;
    }

    private static TaskState TaskOf(JsonElement json) => new()
    {
        Arn = json.Text("taskArn"),
        TaskDefinition = json.Text("taskDefinitionArn"),
        LastStatus = json.Text("lastStatus"),
        DesiredStatus = json.Text("desiredStatus"),
        HealthStatus = json.Text("healthStatus"),
        StopCode = json.Text("stopCode"),
        StoppedReason = json.Text("stoppedReason"),
        Address = json.Items("attachments")
            .SelectMany(attachment => attachment.Items("details"))
            .FirstOrDefault(detail => detail.Text("name") == "privateIPv4Address") is { ValueKind: JsonValueKind.Object } address ? address.Text("value") : "",
        Containers =
        [
            .. json.Items("containers").Select(container =>
                new ContainerState(container.Text("name"), container.Number("exitCode"), container.Text("reason"))),
        ],
    };

    private async Task<KeyValuePair<string, ImmutableArray<TargetState>>> TargetsAsync(string group, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync(new AwsCall("elbv2", "describe-target-health", "--target-group-arn", group), cancellation);
        return KeyValuePair.Create<string, ImmutableArray<TargetState>>(
            group,
            [
                .. from target in answer.Items("TargetHealthDescriptions")
                   let health = target.Find("TargetHealth") ?? default
                   select new TargetState((target.Find("Target") ?? default).Text("Id"), health.Text("State"), health.Text("Reason"), health.Text("Description")),
            ]);
    }

    // Emulators do not have it, and neither do policies written before October 2024; describe-services says enough without it.
    private async Task<ServiceDeployment?> LatestAsync(string service, CancellationToken cancellation)
    {
        try
        {
            var list = await aws.CallAsync(new AwsCall("ecs", "list-service-deployments", "--cluster", cluster, "--service", service), cancellation);
            if (list.Items("serviceDeployments").OrderByDescending(item => item.Time("createdAt")).FirstOrDefault() is not { ValueKind: JsonValueKind.Object } latest)
            {
                return null;
            }

            var brief = new ServiceDeployment { Status = latest.Text("status"), Reason = latest.Text("statusReason") };
            return brief.IsRolledBack || brief.IsStopped ? await DetailsAsync(brief, latest.Text("serviceDeploymentArn"), cancellation) : brief;
        }
        catch (AwsCallException exception) when (!exception.IsTransient)
        {
            return null;
        }
    }

    private async Task<ServiceDeployment> DetailsAsync(ServiceDeployment brief, string arn, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync(new AwsCall("ecs", "describe-service-deployments", "--service-deployment-arns", arn), cancellation);
        var details = answer.Items("serviceDeployments").FirstOrDefault();
        return brief with
        {
            RollbackReason = (details.Find("rollback") ?? default).Text("reason"),
            Alarms = (details.Find("alarms") ?? default).Texts("triggeredAlarmNames"),
            HasTrippedCircuitBreaker = (details.Find("deploymentCircuitBreaker") ?? default).Text("status") == "TRIGGERED",
        };
    }
}
