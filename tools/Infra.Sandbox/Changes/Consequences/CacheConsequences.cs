using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for ElastiCache.</summary>
internal static class CacheConsequences
{
    private const string Group = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Serverless = "aws:elasticache/serverlessCache:ServerlessCache";
    private const string Now = "applyImmediately";
    private const string Guide = "AmazonElastiCache/latest/dg/";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Group, Gone, EffectKind.DataLoss,
            "ElastiCache deletes all nodes with everything in them.", "AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html"),
        new(Group, Replaced, EffectKind.Downtime,
            "The new cache is empty and has another endpoint.", "AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html"),
        new(Group, Changed("nodeType").With(Now), EffectKind.Interruption,
            "ElastiCache moves the data to nodes of the new type and then changes the DNS names: a few seconds of errors, and more with high load.",
            Guide + "Scaling.html"),
        new(Group, Changed("nodeType", "engineVersion").Without(Now), EffectKind.Pending,
            $"The change waits for the next maintenance window{Consequence.Window}.", Guide + "VersionManagement.HowTo.html"),
        new(Group, Changed("engineVersion").With(Now), EffectKind.Interruption,
            "ElastiCache upgrades node after node with a failover of the primary: connections break for some seconds.",
            Guide + "VersionManagement.HowTo.html"),
        new(Group, Changed("authToken"), EffectKind.Interruption,
            "With the strategy ROTATE both tokens are valid; with SET, tasks that still have the old one are refused.", Guide + "auth.html"),
        new(Group, Lowered("numCacheClusters"), EffectKind.Interruption,
            "ElastiCache removes replicas; clients that read from them must connect again.", Guide + "Replication.html"),
        new(Group, Changed("parameterGroupName"), EffectKind.Pending,
            "Parameters of the type that needs it apply after the next reboot.", Guide + "ParameterGroups.html"),
        new(Serverless, Gone, EffectKind.DataLoss,
            "ElastiCache deletes the cache with everything in it.", "AmazonElastiCache/latest/APIReference/API_DeleteServerlessCache.html"),
    ];
}
