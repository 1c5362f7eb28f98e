using Infra.Clusters;
using Pulumi;

namespace Infra.Monitoring;

internal sealed record FailureAlertsArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> TopicArn { get; init; }

    public required Cluster Cluster { get; init; }
}

/// <summary>Notifications about tasks of the cluster that stopped with an error, and about failed deployments.</summary>
internal sealed class FailureAlerts : ComponentResource
{
    private const string Type = "infra:index:FailureAlerts";

    private readonly string _name;

    public FailureAlerts(string name, FailureAlertsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var topicArn = args.TopicArn;
        _name = name;
        CreateAlert("task", topicArn, "A task stopped with an error", args.Cluster.Arn.Apply(TaskEvents.TaskFailed), new()
        {
            ["group"] = "$.detail.group",
            ["code"] = "$.detail.stopCode",
            ["reason"] = "$.detail.stoppedReason",
            ["task"] = "$.detail.taskArn",
        });
        CreateAlert("deployment", topicArn, "A deployment failed", ServiceArnPrefix(args).Apply(TaskEvents.DeploymentFailed), new()
        {
            ["service"] = "$.resources[0]",
            ["reason"] = "$.detail.reason",
        });
        RegisterOutputs();
    }

    private static Output<string> ServiceArnPrefix(FailureAlertsArgs args) => Output
        .Tuple(args.Context.AccountId, args.Cluster.ClusterName)
        .Apply(known => args.Context.Partition.Arn("ecs", args.Context.Region, known.Item1, $"service/{known.Item2}/"));

    private void CreateAlert(string suffix, Output<string> topicArn, string problem, Output<string> pattern, Dictionary<string, string> details)
    {
        var rule = new CloudWatch.EventRule(
            $"{_name}-{suffix}", new CloudWatch.EventRuleArgs { Description = problem, EventPattern = pattern }, this.Child());
        _ = new CloudWatch.EventTarget(
            $"{_name}-{suffix}",
            new CloudWatch.EventTargetArgs
            {
                Rule = rule.Name,
                Arn = topicArn,
                InputTransformer = new CloudWatch.Inputs.EventTargetInputTransformerArgs
                {
                    InputPaths = details,
                    InputTemplate = AlertTemplate.Create(problem, details.Keys),
                },
            },
            this.Child());
    }
}
