using Pulumi;

namespace Infra.Networking;

internal sealed record FlowLogsArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> VpcId { get; init; }

    public required int RetentionDays { get; init; }
}

/// <summary>VPC flow logs in CloudWatch Logs, which charges for ingestion and storage.</summary>
internal sealed class FlowLogs : ComponentResource
{
    private const string Type = "infra:index:FlowLogs";

    public FlowLogs(string name, FlowLogsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var logGroup = new CloudWatch.LogGroup(
            name,
            new CloudWatch.LogGroupArgs
            {
                Name = args.Context.Names.FlowLogGroup,
                RetentionInDays = args.RetentionDays,
                KmsKeyId = args.Context.KmsKeyArn!,
            },
            this.Child());
        var role = new ServiceRole(name, PlanRole(args.Context, logGroup), this.ChildComponent());

        var flowLog = this.Child();
        flowLog.DependsOn = [role];
        _ = new Ec2.FlowLog(
            name,
            new Ec2.FlowLogArgs
            {
                VpcId = args.VpcId,
                TrafficType = "ALL",
                LogDestinationType = "cloud-watch-logs",
                LogDestination = logGroup.Arn,
                IamRoleArn = role.Arn,
                MaxAggregationInterval = 600,
            },
            flowLog);
        RegisterOutputs();
    }

    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, limited to this log group. It exists
    // already, so logs:CreateLogGroup is left out; logs:DescribeLogGroups cannot be limited to one group.
    private static ServiceRoleArgs PlanRole(StackContext context, CloudWatch.LogGroup logGroup) => new()
    {
        Context = context,
        Service = "vpc-flow-logs.amazonaws.com",
        NamesAccount = true,
        Policy = logGroup.Arn.Apply(arn => PolicyDocument.Json(
        [
            PolicyStatement.Allow(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], $"{arn}:*"),
            PolicyStatement.Allow(["logs:DescribeLogGroups"], "*"),
        ])),
    };
}
