using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Infra.Sandbox.Permissions.Policies;

/// <summary>The conditions of statements by name, with the variables of CloudFormation's <c>Fn::Sub</c>.</summary>
internal static class PolicyConditions
{
    /// <summary>The services whose service-linked roles the first resources of a stack create.</summary>
    public static readonly string[] ServiceLinked =
    [
        "autoscaling.amazonaws.com", "backup.amazonaws.com", "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticache.amazonaws.com",
        "elasticfilesystem.amazonaws.com", "elasticloadbalancing.amazonaws.com", "rds.amazonaws.com",
    ];

    /// <summary>The services that a stack passes roles to.</summary>
    public static readonly string[] Passed =
    [
        "backup.amazonaws.com", "ec2.amazonaws.com", "ecs.amazonaws.com", "ecs-tasks.amazonaws.com", "events.amazonaws.com", "pipes.amazonaws.com",
        "scheduler.amazonaws.com", "vpc-flow-logs.amazonaws.com",
    ];

    /// <summary>AWS's policies that a stack attaches to its roles.</summary>
    public static readonly string[] Attached =
    [
        "service-role/AmazonEC2ContainerServiceforEC2Role", "service-role/AWSBackupServiceRolePolicyForBackup",
        "service-role/AWSBackupServiceRolePolicyForRestores",
    ];

    private static readonly FrozenDictionary<string, (string Operator, string Key, string[] Values)> All =
        new Dictionary<string, (string, string, string[])>
        {
            ["cache-endpoint"] = ("StringLike", "ec2:VpceServiceName", ["com.amazonaws.elasticache.serverless.*"]),
            ["cache-tag"] = ("StringEquals", "aws:RequestTag/AmazonElastiCacheManaged", ["true"]),
            ["launch-template"] = ("ArnLike", "ec2:LaunchTemplate", ["arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:launch-template/*"]),
            ["new-endpoint"] = ("StringEquals", "ec2:CreateAction", ["CreateVpcEndpoint"]),
            ["new"] = ("StringEquals", "aws:RequestTag/Application", ["${Application}"]),
            ["own"] = ("StringEquals", "aws:ResourceTag/Application", ["${Application}"]),
            ["own-if-tagged"] = ("StringEqualsIfExists", "aws:ResourceTag/Application", ["${Application}"]),
            ["passed"] = ("StringEquals", "iam:PassedToService", Passed),
            ["region"] = ("StringEquals", "aws:RequestedRegion", ["${AWS::Region}"]),
            ["service-linked"] = ("StringEquals", "iam:AWSServiceName", ServiceLinked),
            ["attached"] = ("ArnEquals", "iam:PolicyARN", [.. Attached.Select(policy => $"arn:${{AWS::Partition}}:iam::aws:policy/{policy}")]),
            ["via-service"] = ("StringLike", "kms:ViaService", ["*.${AWS::Region}.${AWS::URLSuffix}"]),
        }.ToFrozenDictionary();

    /// <summary>The element <c>Condition</c> of a statement; null if it has none.</summary>
    public static JsonObject? Of(Statement statement)
    {
        JsonObject condition = [];
        foreach (var (op, key, values) in statement.Conditions.Select(name => All[name]))
        {
            JsonNode value = values.Length == 1 ? values[0] : new JsonArray([.. values.Select(text => JsonValue.Create(text))]);
            condition[op] ??= new JsonObject();
            condition[op]![key] = value;
        }

        return condition.Count == 0 ? null : condition;
    }
}
