using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Configurations that together use every feature.</summary>
internal static class RichConfigs
{
    public const string ConfiguredSecret = "the-value-of-the-stack-file";
    public const string ClientSecret = "the-secret-of-the-client";

    private const string KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b";

    /// <summary>Network, domain, load balancer and sign-in with all their options.</summary>
    public static StackConfig Web => TestConfigs.With(
        ("network", """
            {
              "zones": ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
              "natGateways": "onePerZone",
              "interfaceEndpoints": ["ecr.api", "logs"],
              "dualStack": true,
              "flowLogRetentionDays": 14
            }
            """),
        ("domain", Blocks.Domain),
        ("domain", """{"alternativeNames":["*.shop.example.com","www.example.com"]}"""),
        ("loadBalancer", """{"deletionProtection":true,"idleTimeoutSeconds":120,"accessLogRetentionDays":90}"""),
        ("authentication", Blocks.UserPool),
        ("authentication", """{"publicPaths":["/webhooks/*"]}"""),
        ("service", """{"subnets":"private"}"""));

    /// <summary>Database, buckets, secrets and permissions with all their options.</summary>
    public static StackConfig Storage => TestConfigs.With(
        ("tags", """{"team":"maps","cost-center":"42"}"""),
        ("secretRecoveryWindowDays", "7"),
        ("permissionsBoundaryArn", "arn:aws:iam::123456789012:policy/boundary"),
        ("network", """{"natGateways":"single"}"""),
        ("database", Blocks.Database),
        ("database", $$"""
            {
              "maxAllocatedStorageGiB": 100,
              "multiAz": true,
              "deletionProtection": true,
              "finalSnapshot": true,
              "insights": "advanced",
              "logExports": ["postgresql", "upgrade"],
              "kmsKeyArn": "{{KeyArn}}"
            }
            """),
        ("buckets", $$"""
            {
              "results": {"versioning":true,"deleteWithContents":false,"expireAfterDays":30,"expireOldVersionsAfterDays":5},
              "uploads": {{Blocks.Bucket}}
            }
            """),
        ("cluster", """{"containerInsights":"enhanced"}"""),
        ("service", Service),
        ("storedToken", $"secret:{ConfiguredSecret}"));

    /// <summary>Everything that a customer managed key can encrypt.</summary>
    public static StackConfig CustomerKey => TestConfigs.With(
        ("kmsKeyArn", KeyArn),
        ("network", """{"natGateways":"single","flowLogRetentionDays":14}"""),
        ("loadBalancer", """{"accessLogRetentionDays":90}"""),
        ("database", Blocks.Database),
        ("database", """{"insights":"standard","logExports":["postgresql"]}"""),
        ("buckets", """{"uploads":{"versioning":true,"deleteWithContents":false}}"""),
        ("fileSystems", """{"files":{"deletionProtection":false}}"""),
        ("queues", """{"work":{}}"""),
        ("repositories", """{"app":{"deleteWithImages":false}}"""),
        ("service", """
            {
              "subnets": "private",
              "secrets": {"DATABASE_URL": {"from":"database.url"}, "TOKEN": {"generatedLength": 32}},
              "buckets": {"uploads": "readWrite"},
              "queues": {"work": "send"},
              "volumes": {"files": {"fileSystem": "files", "mountPath": "/files"}},
              "exec": true
            }
            """),
        ("jobs", """
            {
              "night": {"subnets": "private", "schedule": {"expression": "cron(0 3 * * ? *)"}, "queues": {"work": "receive"}},
              "import": {"subnets": "private", "event": {"bucket": "uploads"}, "buckets": {"uploads": "read"}}
            }
            """),
        ("backup", """{"retentionDays":35,"deleteWithBackups":false}"""),
        ("notifications", """{"emails":["ops@example.com"]}"""),
        ("alarms", "{}"));

    /// <summary>An existing network and certificate, an OIDC provider, and an internal load balancer.</summary>
    public static StackConfig ExistingNetwork => TestConfigs.With(
        ("network", "-"),
        ("existingNetwork", Blocks.ExistingNetwork),
        ("domain", """
            {
              "name": "shop.example.com",
              "hostedZoneId": "Z0123",
              "certificateArn": "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"
            }
            """),
        ("loadBalancer", """{"scheme":"internal","allowedCidrs":["203.0.113.0/24"]}"""),
        ("authentication", Blocks.Oidc),
        ("oidcSecret", $"secret:{ClientSecret}"),
        ("service", """{"subnets":"private","readonlyRootFilesystem":true}"""));

    private static string Service => $$$"""
        {
          "image": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1",
          "subnets": "private",
          "architecture": "arm64",
          "capacityProviders": {"FARGATE": {"weight": 1, "base": 1}, "FARGATE_SPOT": {"weight": 3}},
          "environment": {
            "URL": "${service.url}",
            "SELF": "${service.arn} in ${cluster.name}",
            "DATABASE": "${database.username}@${database.host}:${database.port}/${database.name}",
            "BUCKET": "s3://${bucket.results}"
          },
          "secrets": {
            "DATABASE_URL": {"from":"database.url"},
            "PARAMETER": {"ssmParameter": "/shop/parameter", "kmsKeyArn": "{{{KeyArn}}}"},
            "EXISTING": {"secretArn": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf", "jsonKey": "key"},
            "STORED": {"config": "storedToken"},
            "GENERATED": {"generatedLength": 48}
          },
          "buckets": {"results": "readWrite", "uploads": "read"},
          "permissions": [{"actions": ["athena:Get*", "s3:ListAllMyBuckets"], "resources": ["*"]}],
          "containerHealthCheck": {"command": "curl -f http://localhost/"},
          "exec": true,
          "ephemeralStorageGiB": 50
        }
        """;
}
