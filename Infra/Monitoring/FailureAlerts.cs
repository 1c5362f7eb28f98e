using Pulumi;

namespace Infra.Monitoring;

internal sealed record FailureAlertsArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> ClusterArn { get; init; }

    public required Output<string> ClusterName { get; init; }
}

/// <summary>Tells a topic of tasks of the cluster that stopped with an error, and of deployments that failed.</summary>
internal sealed class FailureAlerts : ComponentResource
{
    private const string Type = "infra:index:FailureAlerts";

    private readonly string _name;

    private FailureAlerts(string name, Output<string> topicArn, FailureAlertsArgs args)
        : base(Type, name)
    {
        _name = name;
        CreateNotice("task", topicArn, "A task stopped with an error", args.ClusterArn.Apply(TaskEvents.TaskFailed), new()
        {
            ["of"] = "$.detail.group",
            ["code"] = "$.detail.stopCode",
            ["reason"] = "$.detail.stoppedReason",
            ["task"] = "$.detail.taskArn",
        });
        CreateNotice("deployment", topicArn, "A deployment failed", ServicesOf(args).Apply(TaskEvents.DeploymentFailed), new()
        {
            ["of"] = "$.resources[0]",
            ["reason"] = "$.detail.reason",
        });
        RegisterOutputs();
    }

    public static FailureAlerts? For(string name, Notifications? notifications, FailureAlertsArgs args) =>
        notifications is null ? null : new FailureAlerts(name, notifications.TopicArn, args);

    private static Output<string> ServicesOf(FailureAlertsArgs args) => Output
        .Tuple(args.Context.AccountId, args.ClusterName)
        .Apply(known => args.Context.Partition.Arn("ecs", args.Context.Region, known.Item1, $"service/{known.Item2}/"));

    private void CreateNotice(string suffix, Output<string> topicArn, string problem, Output<string> pattern, Dictionary<string, string> facts)
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
                    InputPaths = facts,
                    InputTemplate = AlertTemplate.Of(problem, facts.Keys),
                },
            },
            this.Child());
    }
}
