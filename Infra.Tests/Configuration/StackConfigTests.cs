using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Configuration;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration;

/// <summary>Every key of every block: its default, or that it must be given.</summary>
public sealed class StackConfigTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    [Fact]
    public void Defaults_OfTheStack_AreAsDocumented() => AssertDefaults<StackConfig>(
        """
        name: required
        tags: {}
        secretRecoveryWindowDays: 30
        permissionsBoundaryArn: null
        network: null
        existingNetwork: null
        domain: null
        loadBalancer: {"scheme":"internetFacing","allowedCidrs":[],"tlsPolicy":"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09","idleTimeoutSeconds":60,"deletionProtection":false,"accessLogRetentionDays":null}
        authentication: null
        database: null
        buckets: {}
        cluster: {"containerInsights":"disabled"}
        service: required
        """);

    [Fact]
    public void Defaults_OfTheNetwork_AreAsDocumented() => AssertDefaults<NetworkConfig>(
        """
        cidr: required
        zones: required
        publicSubnetCidrs: null
        privateSubnetCidrs: null
        isolatedSubnetCidrs: null
        natGateways: required
        s3GatewayEndpoint: true
        interfaceEndpoints: []
        dualStack: false
        flowLogRetentionDays: null
        """);

    [Fact]
    public void Defaults_OfAnExistingNetwork_AreAsDocumented() => AssertDefaults<ExistingNetworkConfig>(
        """
        vpcId: required
        publicSubnetIds: null
        privateSubnetIds: null
        isolatedSubnetIds: null
        dualStack: false
        """);

    [Fact]
    public void Defaults_OfTheDomain_AreAsDocumented() => AssertDefaults<DomainConfig>(
        """
        name: required
        alternativeNames: []
        hostedZoneName: null
        hostedZoneId: null
        certificateArn: null
        validationTimeoutMinutes: 15
        overwriteValidationRecords: false
        """);

    [Fact]
    public void Defaults_OfTheLoadBalancer_AreAsDocumented() => AssertDefaults<LoadBalancerConfig>(
        """
        scheme: "internetFacing"
        allowedCidrs: []
        tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
        idleTimeoutSeconds: 60
        deletionProtection: false
        accessLogRetentionDays: null
        """);

    [Fact]
    public void Defaults_OfAuthentication_AreAsDocumented() => AssertDefaults<AuthenticationConfig>(
        """
        cognito: null
        userPool: null
        oidc: null
        scope: "email openid"
        sessionTimeoutSeconds: 604800
        publicPaths: []
        """);

    [Fact]
    public void Defaults_OfCognito_AreAsDocumented() => AssertDefaults<CognitoConfig>(
        """
        userPoolArn: required
        userPoolClientId: required
        userPoolDomain: required
        """);

    [Fact]
    public void Defaults_OfAUserPool_AreAsDocumented() => AssertDefaults<UserPoolConfig>(
        """
        domainPrefix: required
        deletionProtection: required
        """);

    [Fact]
    public void Defaults_OfOidc_AreAsDocumented() => AssertDefaults<OidcConfig>(
        """
        issuer: required
        authorizationEndpoint: required
        tokenEndpoint: required
        userInfoEndpoint: required
        clientId: required
        clientSecretConfig: required
        """);

    [Fact]
    public void Defaults_OfTheDatabase_AreAsDocumented() => AssertDefaults<DatabaseConfig>(
        """
        engineVersion: required
        instanceClass: required
        name: required
        username: required
        allocatedStorageGiB: required
        maxAllocatedStorageGiB: required
        multiAz: required
        backupRetentionDays: required
        deletionProtection: required
        finalSnapshot: required
        tls: required
        port: 5432
        insights: "none"
        logExports: []
        logRetentionDays: 30
        allowMajorVersionUpgrade: false
        applyImmediately: false
        maintenanceWindow: null
        backupWindow: null
        kmsKeyArn: null
        """);

    [Fact]
    public void Defaults_OfABucket_AreAsDocumented() => AssertDefaults<BucketConfig>(
        """
        access: required
        versioning: required
        deleteWithContents: required
        expireAfterDays: null
        expireOldVersionsAfterDays: null
        """);

    [Fact]
    public void Defaults_OfTheCluster_AreAsDocumented() => AssertDefaults<ClusterConfig>("containerInsights: required");

    [Fact]
    public void Defaults_OfTheService_AreAsDocumented() => AssertDefaults<ServiceConfig>(
        """
        image: required
        containerPort: required
        cpuUnits: required
        memoryMiB: required
        architecture: "x86_64"
        desiredCount: required
        subnets: required
        capacityProviders: {"FARGATE":{"weight":1,"base":0}}
        entryPoint: []
        command: []
        environment: {}
        secrets: {}
        permissions: []
        healthCheck: {"path":"/","statusCodes":"200","intervalSeconds":10,"timeoutSeconds":5,"healthyThreshold":2,"unhealthyThreshold":3}
        containerHealthCheck: null
        healthCheckGracePeriodSeconds: 60
        deregistrationDelaySeconds: 30
        stopTimeoutSeconds: 30
        minimumHealthyPercent: 100
        maximumPercent: 200
        waitForSteadyState: true
        zoneRebalancing: true
        exec: false
        readonlyRootFilesystem: false
        initProcess: true
        ephemeralStorageGiB: null
        egressPorts: [443]
        logRetentionDays: 30
        """);

    [Fact]
    public void Defaults_OfACapacityProvider_AreAsDocumented() => AssertDefaults<CapacityProviderConfig>(
        """
        weight: required
        base: 0
        """);

    [Fact]
    public void Defaults_OfASecret_AreAsDocumented() => AssertDefaults<SecretConfig>(
        """
        database: null
        ssmParameter: null
        secretArn: null
        jsonKey: null
        kmsKeyArn: null
        config: null
        generatedLength: null
        """);

    [Fact]
    public void Defaults_OfAPermission_AreAsDocumented() => AssertDefaults<PermissionConfig>(
        """
        actions: required
        resources: required
        """);

    [Fact]
    public void Defaults_OfTheHealthCheck_AreAsDocumented() => AssertDefaults<HealthCheckConfig>(
        """
        path: "/"
        statusCodes: "200"
        intervalSeconds: 10
        timeoutSeconds: 5
        healthyThreshold: 2
        unhealthyThreshold: 3
        """);

    [Fact]
    public void Defaults_OfTheContainerHealthCheck_AreAsDocumented() => AssertDefaults<ContainerHealthCheckConfig>(
        """
        command: required
        intervalSeconds: 30
        timeoutSeconds: 5
        retries: 3
        startPeriodSeconds: 0
        """);

    [Fact]
    public void Blocks_AreAllTestedHere()
    {
        var blocks = typeof(StackConfig).Assembly.GetTypes().Where(type =>
            type.Namespace == typeof(StackConfig).Namespace && type.Name.EndsWith("Config", StringComparison.Ordinal));
        var tests = typeof(StackConfigTests).GetMethods().Where(method => method.Name.StartsWith("Defaults_", StringComparison.Ordinal));

        Assert.Equal(18, blocks.Count());
        Assert.Equal(18, tests.Count());
    }

    private static void AssertDefaults<T>(string expected)
    {
        var type = ConfigType.Of(typeof(T));
        var block = type.NewBlock();

        var actual = type.Members.Select(member =>
            $"{member.Name}: {(member.IsRequired ? "required" : JsonSerializer.Serialize(member.Get(block), member.Property.PropertyType, Json))}");

        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", actual));
    }
}
