using System.Collections.Immutable;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>The prices that are read from AWS's price list. Those of other sources, such as for Fargate Spot, stay as they are.</summary>
internal static class PriceListRules
{
    private const decimal Thousand = 1000;
    private const decimal Million = 1_000_000;

    public static ImmutableArray<PriceListRule> All { get; } =
    [
        new("fargate.x86.vcpuHour", "AmazonECS", "Fargate-vCPU-Hours:perCPU"),
        new("fargate.x86.gbHour", "AmazonECS", "Fargate-GB-Hours"),
        new("fargate.arm.vcpuHour", "AmazonECS", "Fargate-ARM-vCPU-Hours:perCPU"),
        new("fargate.arm.gbHour", "AmazonECS", "Fargate-ARM-GB-Hours"),
        new("fargate.ephemeral.gbHour", "AmazonECS", "Fargate-EphemeralStorage-GB-Hours"),
        new("alb.hour", "AWSELB", "LoadBalancerUsage", Attributes: [("operation", "LoadBalancing:Application")]),
        new("alb.lcuHour", "AWSELB", "LCUUsage", Attributes: [("operation", "LoadBalancing:Application")]),
        new("nlb.hour", "AWSELB", "LoadBalancerUsage", Attributes: [("operation", "LoadBalancing:Network")]),
        new("nlb.lcuHour", "AWSELB", "LCUUsage", Attributes: [("operation", "LoadBalancing:Network")]),
        new("ipv4.hour", "AmazonVPC", "PublicIPv4:InUseAddress"),
        new("endpoint.hour", "AmazonVPC", "VpcEndpoint-Hours"),
        new("endpoint.gb", "AmazonVPC", "VpcEndpoint-Bytes"),
        new("egress.gb", "AWSDataTransfer", "DataTransfer-Out-Bytes", Attributes: [("toLocation", "External")]),
        new("nat.hour", "AmazonEC2", "NatGateway-Hours"),
        new("nat.gb", "AmazonEC2", "NatGateway-Bytes"),
        new("ebs.gp3.gbMonth", "AmazonEC2", "EBS:VolumeUsage.gp3"),
        new("ec2.{type}", "AmazonEC2", "BoxUsage:{type}", Attributes:
            [("operatingSystem", "Linux"), ("tenancy", "Shared"), ("preInstalledSw", "NA"), ("capacitystatus", "Used")]),
        new("rds.gp3.gbMonth", "AmazonRDS", "RDS:GP3-Storage", Attributes: [("databaseEngine", "PostgreSQL")]),
        new("rds.gp3.gbMonth.multiAz", "AmazonRDS", "RDS:Multi-AZ-GP3-Storage", Attributes: [("databaseEngine", "PostgreSQL")]),
        new("rds.backup.gbMonth", "AmazonRDS", "RDS:ChargedBackupUsage", Attributes: [("databaseEngine", "PostgreSQL")]),
        new("rds.{type}", "AmazonRDS", "InstanceUsage:{type}", Attributes: [("databaseEngine", "PostgreSQL"), ("deploymentOption", "Single-AZ")]),
        new("rds.{type}.multiAz", "AmazonRDS", "Multi-AZUsage:{type}", Attributes: [("databaseEngine", "PostgreSQL"), ("deploymentOption", "Multi-AZ")]),
        new("elasticache.{type}", "AmazonElastiCache", "NodeUsage:{type}", Attributes: [("cacheEngine", "Valkey")]),
        new("elasticache.serverless.gbHour", "AmazonElastiCache", "CachedData:Valkey"),
        new("elasticache.serverless.million", "AmazonElastiCache", "ElastiCacheProcessingUnits:Valkey", Million),
        new("efs.gbMonth", "AmazonEFS", "TimedStorage-ByteHrs"),
        new("efs.elastic.readGb", "AmazonEFS", "ETDataAccess-Bytes", Attributes: [("accessType", "Read")]),
        new("efs.elastic.writeGb", "AmazonEFS", "ETDataAccess-Bytes", Attributes: [("accessType", "Write")]),
        new("efs.backup.gbMonth", "AWSBackup", "WarmStorage-ByteHrs-EFS"),
        new("s3.gbMonth", "AmazonS3", "TimedStorage-ByteHrs", Attributes: [("volumeType", "Standard")]),
        new("s3.writes.1000", "AmazonS3", "Requests-Tier1", Thousand),
        new("s3.reads.1000", "AmazonS3", "Requests-Tier2", Thousand),
        new("ecr.gbMonth", "AmazonECR", "TimedStorage-ByteHrs"),
        new("logs.gb", "AmazonCloudWatch", "DataProcessing-Bytes"),
        new("logs.storage.gbMonth", "AmazonCloudWatch", "TimedStorage-ByteHrs"),
        new("alarm.metricMonth", "AmazonCloudWatch", "CW:AlarmMonitorUsage"),
        new("metric.month", "AmazonCloudWatch", "CW:MetricMonitorUsage"),
        new("secret.month", "AWSSecretsManager", "AWSSecretsManager-Secrets"),
        new("kms.key.month", "awskms", "KMS-Keys"),
        new("sqs.million", "AWSQueueService", "Requests-RBP", Million),
        new("eventBridge.million", "AWSEvents", "Event-64K-Chunks", Million, [("eventType", "Custom Event")]),
        new("waf.acl.month", "awswaf", "WebACLV2"),
        new("waf.rule.month", "awswaf", "RuleV2"),
        new("waf.million", "awswaf", "RequestV2-Tier1", Million),
    ];

    public static IEnumerable<string> Offers => All.Select(rule => rule.Offer).Distinct();
}
