namespace Infra.Tests.Support;

/// <summary>Blocks of configuration with only their required keys.</summary>
internal static class Blocks
{
    public const string ExistingNetwork = """
        {
          "vpcId": "vpc-0a000000",
          "publicSubnetIds": ["subnet-0a100000", "subnet-0a200000"],
          "privateSubnetIds": ["subnet-0b100000", "subnet-0b200000"],
          "isolatedSubnetIds": ["subnet-0c100000", "subnet-0c200000"]
        }
        """;

    public const string Domain = """{"name":"shop.example.com","hostedZoneName":"example.com"}""";

    public const string Database = """
        {
          "engineVersion": "17",
          "instanceClass": "db.t4g.micro",
          "name": "orders",
          "username": "keeper",
          "allocatedStorageGiB": 20,
          "maxAllocatedStorageGiB": 20,
          "multiAz": false,
          "backupRetentionDays": 1,
          "deletionProtection": false,
          "finalSnapshot": false,
          "tls": "require"
        }
        """;

    public const string Cache = """{"engineVersion":"8.0","nodeType":"cache.t4g.micro","snapshotRetentionDays":1,"deletionProtection":false}""";

    public const string ServerlessCache = """
        {
          "engineVersion": "8",
          "serverless": { "maximumStorageGiB": 2, "maximumEcpuPerSecond": 5000 },
          "snapshotRetentionDays": 1,
          "deletionProtection": false
        }
        """;

    public const string Bucket = """{"versioning":false,"deleteWithContents":false}""";

    public const string Instances = """{"instanceType":"m7i.large","maximumInstances":4,"subnets":"private"}""";

    /// <summary>Needs an existing network.</summary>
    public const string ExistingLoadBalancer = """{"name":"shared","securityGroupId":"sg-0a000000"}""";

    /// <summary>A service behind a shared load balancer.</summary>
    public const string SharedService = """{"routing":{"paths":["/shop/*"],"priority":100}}""";

    /// <summary>Needs a database.</summary>
    public const string OffHours = """
        {
          "stopCron": "cron(0 20 ? * MON-FRI *)",
          "startCron": "cron(0 7 ? * MON-FRI *)",
          "timeZone": "Europe/Berlin",
          "database": {"stopCron": "cron(10 20 ? * MON-FRI *)", "startCron": "cron(45 6 ? * MON-FRI *)"}
        }
        """;

    public const string FileSystem = """{"deletionProtection":false}""";

    public const string Repository = """{"deleteWithImages":false}""";

    /// <summary>Needs a database or file systems.</summary>
    public const string Backup = """{"retentionDays":30,"deleteWithBackups":false}""";

    public const string Cognito = """
        {
          "cognito": {
            "userPoolArn": "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Shop",
            "userPoolClientId": "clientofshop",
            "userPoolDomain": "shop-users"
          }
        }
        """;

    public const string UserPool = """{"userPool":{"domainPrefix":"shop-users","deletionProtection":false}}""";

    /// <summary>Needs a secret named oidcSecret.</summary>
    public const string Oidc = """
        {
          "oidc": {
            "issuer": "https://login.example.com",
            "authorizationEndpoint": "https://login.example.com/authorize",
            "tokenEndpoint": "https://login.example.com/token",
            "userInfoEndpoint": "https://login.example.com/userinfo",
            "clientId": "shop",
            "clientSecretConfig": "oidcSecret"
          }
        }
        """;
}
