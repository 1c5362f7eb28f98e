using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Tests.Stack.Keys;

/// <summary>
/// A legal value for every key. Flags, choices, lists of allowed values and plain ranges need none written down; a text does, and so does
/// whatever other keys narrow. A new key without a sample fails the tests with a message that names this table.
/// </summary>
internal static class SampleValues
{
    // By record and key. Of several the first that the stack does not have already is taken; on a list it is an item to add, on a map entries.
    private static readonly Dictionary<string, string[]> Written = new()
    {
        ["StackConfig.name"] = ["\"store\""],
        ["StackConfig.tags"] = ["""{"cost-center":"42"}"""],
        ["StackConfig.permissionsBoundaryArn"] = ["\"arn:aws:iam::123456789012:policy/boundary\""],
        ["StackConfig.kmsKeyArn"] = [KeyArn],
        ["StackConfig.authentication"] = ["""{"userPool":{"domainPrefix":"store-users","deletionProtection":false}}"""],
        ["StackConfig.domain"] = ["""{"name":"shop.example.com","hostedZoneName":"example.com"}"""],
        ["StackConfig.buckets"] = ["""{"extra":{"versioning":false,"deleteWithContents":false}}"""],
        ["NetworkConfig.cidr"] = ["\"10.0.0.0/17\""],
        ["NetworkConfig.zones"] = ["\"eu-central-1c\"", "\"eu-west-2c\"", "\"us-west-2c\""],
        ["NetworkConfig.interfaceEndpoints"] = ["\"kms\""],
        ["NetworkConfig.publicSubnetCidrs"] = ["\"10.0.6.0/24\""],
        ["NetworkConfig.privateSubnetCidrs"] = ["\"10.0.6.0/24\""],
        ["NetworkConfig.isolatedSubnetCidrs"] = ["\"10.0.6.0/24\""],
        ["ExistingNetworkConfig.vpcId"] = ["\"vpc-0b000000\""],
        ["ExistingNetworkConfig.publicSubnetIds"] = ["\"subnet-0a300000\""],
        ["ExistingNetworkConfig.privateSubnetIds"] = ["\"subnet-0b300000\""],
        ["ExistingNetworkConfig.isolatedSubnetIds"] = ["\"subnet-0c300000\""],
        ["ExistingNetworkConfig.zones"] = ["\"eu-central-1c\"", "\"eu-west-2c\"", "\"us-west-2c\""],
        ["NewSubnetsConfig.zones"] = ["\"eu-central-1c\"", "\"eu-west-2c\"", "\"us-west-2c\""],
        ["NewSubnetsConfig.publicCidrs"] = ["\"10.0.36.0/24\""],
        ["NewSubnetsConfig.privateCidrs"] = ["\"10.0.36.0/24\""],
        ["NewSubnetsConfig.isolatedCidrs"] = ["\"10.0.36.0/24\""],
        ["NewSubnetsConfig.natGatewayIds"] = ["\"nat-0b000000\""],
        ["DomainConfig.name"] = ["\"store.example.com\""],
        ["DomainConfig.alternativeNames"] = ["\"more.example.com\""],
        ["DomainConfig.hostedZoneName"] = ["\"shop.example.com\""],
        ["DomainConfig.hostedZoneId"] = ["\"Z0124\""],
        ["DomainConfig.certificateArn"] = ["\"arn:aws:acm:eu-central-1:123456789012:certificate/0c1d\""],
        ["LoadBalancerConfig.allowedCidrs"] = ["\"198.51.100.0/24\""],
        ["ExistingLoadBalancerConfig.name"] = ["\"common\""],
        ["ExistingLoadBalancerConfig.listenerPort"] = ["8443"],
        ["ExistingLoadBalancerConfig.httpRedirectPort"] = ["8080"],
        ["ExistingLoadBalancerConfig.targetGroupArn"] = ["\"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/store/0a1c\""],
        ["ExistingLoadBalancerConfig.securityGroupId"] = ["\"sg-0b000000\""],
        ["AuthenticationConfig.scope"] = ["\"openid profile\""],
        ["AuthenticationConfig.publicPaths"] = ["\"/hooks/*\""],
        ["CognitoConfig.userPoolArn"] = ["\"arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Store\""],
        ["CognitoConfig.userPoolClientId"] = ["\"clientofstore\""],
        ["CognitoConfig.userPoolDomain"] = ["\"store-users\""],
        ["UserPoolConfig.domainPrefix"] = ["\"store-users\""],
        ["OidcConfig.issuer"] = ["\"https://id.example.com\""],
        ["OidcConfig.authorizationEndpoint"] = ["\"https://id.example.com/authorize\""],
        ["OidcConfig.tokenEndpoint"] = ["\"https://id.example.com/token\""],
        ["OidcConfig.userInfoEndpoint"] = ["\"https://id.example.com/userinfo\""],
        ["OidcConfig.clientId"] = ["\"store\""],
        ["QueueConfig.deadLetterRetentionDays"] = ["10"],
        ["OidcConfig.clientSecretConfig"] = ["\"otherSecret\""],
        ["DatabaseConfig.engineVersion"] = ["\"16\""],
        ["DatabaseConfig.instanceClass"] = ["\"db.t4g.small\""],
        ["DatabaseConfig.name"] = ["\"bookings\""],
        ["DatabaseConfig.username"] = ["\"owner\""],
        ["DatabaseConfig.allocatedStorageGiB"] = ["30", "50"],
        ["DatabaseConfig.maxAllocatedStorageGiB"] = ["40", "300"],
        ["DatabaseConfig.maintenanceWindow"] = ["\"sun:03:00-sun:04:00\""],
        ["DatabaseConfig.backupWindow"] = ["\"05:00-06:00\""],
        ["DatabaseConfig.kmsKeyArn"] = [KeyArn],
        ["CacheConfig.engineVersion"] = ["\"7.2\"", "\"7\""],
        ["CacheConfig.nodeType"] = ["\"cache.t4g.small\""],
        ["CacheConfig.snapshotWindow"] = ["\"05:00-06:00\""],
        ["CacheConfig.maintenanceWindow"] = ["\"sun:03:00-sun:04:00\""],
        ["CacheConfig.kmsKeyArn"] = [KeyArn],
        ["FileSystemConfig.kmsKeyArn"] = [KeyArn],
        ["ClusterConfig.containerInsights"] = ["\"disabled\"", "\"enabled\""],
        ["ClusterConfig.instances"] = ["""{"small":{"instanceType":"m7i.large","maximumInstances":2,"subnets":"private"}}"""],
        ["ClusterConfig.namespace"] = ["\"store.internal\""],
        ["InstancesConfig.instanceType"] = ["\"m7i.xlarge\""],
        ["TaskUses.uses"] = ["\"database\""],
        ["TaskConfig.cpuUnits"] = ["512", "256"],
        ["TaskConfig.memoryMiB"] = ["1024", "2048"],
        ["TaskConfig.capacityProviders"] = ["""{"FARGATE_SPOT":{"weight":2}}"""],
        ["TaskConfig.entryPoint"] = ["\"/init\""],
        ["TaskConfig.command"] = ["\"serve\""],
        ["TaskConfig.user"] = ["\"app\""],
        ["TaskConfig.workingDirectory"] = ["\"/srv\""],
        ["TaskConfig.containerLimits"] = ["""{"memoryReservationMiB":128}"""],
        ["ContainerLimitsConfig.cpuUnits"] = ["64"],
        ["ContainerLimitsConfig.memoryMiB"] = ["200"],
        ["ContainerLimitsConfig.memoryReservationMiB"] = ["100"],
        ["ContainerLimitsConfig.ulimits"] = ["""{"nproc":{"soft":100,"hard":200}}"""],
        ["UlimitConfig.soft"] = ["150"],
        ["UlimitConfig.hard"] = ["300"],
        ["TaskUses.environment"] = ["""{"MODE":"fast"}"""],
        ["TaskUses.secrets"] = ["""{"EXTRA":{"generatedLength":32}}"""],
        ["TaskUses.buckets"] = ["""{"files":"read"}""", """{"files":"readWrite"}""", """{"results":"read"}""", """{"uploads":"read"}"""],
        ["TaskUses.queues"] = ["""{"work":"send"}""", """{"work":"receive"}""", """{"conversions":"send"}""", """{"exports":"receive"}"""],
        ["TaskUses.volumes"] = ["""{"extra":{"mountPath":"/extra"}}"""],
        ["TaskConfig.restartPolicy"] = ["""{"ignoredExitCodes":[0]}"""],
        ["TaskConfig.calls"] = ["\"api:9090\"", "\"service:9090\""],
        ["TestListenerConfig.port"] = ["8444"],
        ["TestListenerConfig.allowedCidrs"] = ["\"198.51.100.0/24\""],
        ["TaskConfig.egressPorts"] = ["5432"],
        ["ServiceConfig.image"] = ["\"nginx:1.30\""],
        ["ServiceConfig.containerPort"] = ["9090"],
        ["ServiceConfig.routing"] = ["""{"paths":["/extra/*"],"priority":300}"""],
        ["ServiceConfig.tcpPorts"] = ["""{"port":6000}"""],
        ["ServiceConfig.peerPorts"] = ["\"4369\"", "\"4370\""],
        ["ServiceConfig.discoveryName"] = ["\"extra\""],
        ["ServiceConfig.maximumPercent"] = ["300"],
        ["ServiceConfig.desiredCount"] = ["2", "3"],
        ["ServiceConfig.scaling"] = ["""{"minimumTasks":1,"maximumTasks":3,"cpuPercent":50}"""],
        ["JobConfig.image"] = ["\"tool:2\""],
        ["JobConfig.event"] = ["""{"pattern":"{\"source\":[\"aws.s3\"]}"}"""],
        ["JobConfig.hostPorts"] = ["""{"port":8081,"allowedCidrs":["203.0.113.7/32"]}"""],
        ["HostPortConfig.port"] = ["8082"],
        ["HostPortConfig.allowedCidrs"] = ["\"198.51.100.0/24\""],
        ["TcpPortConfig.port"] = ["6001"],
        ["TcpPortConfig.allowedCidrs"] = ["\"198.51.100.0/24\""],
        ["RoutingConfig.hosts"] = ["\"www.example.com\"", "\"shop.example.com\""],
        ["RoutingConfig.paths"] = ["\"/more/*\""],
        ["RoutingConfig.priority"] = ["400"],
        ["HealthCheckConfig.path"] = ["\"/ready\""],
        ["HealthCheckConfig.statusCodes"] = ["\"200-399\""],
        ["HealthCheckConfig.intervalSeconds"] = ["15"],
        ["ContainerHealthCheckConfig.command"] = ["\"curl localhost\""],
        ["MigrationConfig.command"] = ["\"--all\""],
        ["MigrationConfig.entryPoint"] = ["\"/migrate\""],
        ["RestartPolicyConfig.ignoredExitCodes"] = ["3"],
        ["VolumeConfig.mountPath"] = ["\"/other\""],
        ["VolumeConfig.fileSystem"] = ["\"archive\"", "\"uploads\"", "\"database\"", "\"shared\"", "\"data\""],
        ["VolumeConfig.path"] = ["\"/data\""],
        ["VolumeConfig.uid"] = ["1001"],
        ["PermissionConfig.actions"] = ["\"athena:ListWorkGroups\""],
        ["PermissionConfig.resources"] = ["\"arn:aws:athena:eu-central-1:123456789012:workgroup/store\""],
        ["SecretConfig.from"] = ["\"database.url\"", "\"database.password\"", "\"cache.url\""],
        ["SecretConfig.ssmParameter"] = ["\"/store/parameter\""],
        ["SecretConfig.secretArn"] = ["\"arn:aws:secretsmanager:eu-central-1:123456789012:secret:store-AbCdEf\""],
        ["SecretConfig.jsonKey"] = ["\"token\""],
        ["SecretConfig.kmsKeyArn"] = [KeyArn],
        ["SecretConfig.generatedVersion"] = ["2"],
        ["SecretConfig.config"] = ["\"otherSecret\""],
        ["ScheduledTasksConfig.minimumTasks"] = ["0", "1"],
        ["ScalingConfig.minimumTasks"] = ["1", "2"],
        ["ScalingConfig.metrics"] = ["""{"extra":{"namespace":"Shop","metricName":"Orders","targetValue":5}}"""],
        ["TrackedMetricConfig.namespace"] = ["\"Store\""],
        ["TrackedMetricConfig.metricName"] = ["\"Visits\""],
        ["TrackedMetricConfig.dimensions"] = ["""{"Region":"EU"}"""],
        ["ScalingConfig.steps"] = ["""{"extra":{"metric":"cpu","scaleOut":[{"aboveValue":70,"addTasks":1}]}}"""],
        ["ScalingConfig.schedules"] = ["""{"extra":{"expression":"cron(0 9 * * ? *)","minimumTasks":1,"maximumTasks":2}}"""],
        ["BacklogPerTaskConfig.queue"] = ["\"other\"", "\"work\"", "\"exports\""],
        ["StepScalingConfig.queue"] = ["\"other\"", "\"exports\""],
        ["StepScalingConfig.scaleOut"] = ["""{"aboveValue":95,"addTasks":2}""", """{"aboveValue":1000,"addTasks":2}"""],
        ["ScaleOutStepConfig.aboveValue"] = ["85"],
        ["JobScheduleConfig.expression"] = ["\"rate(2 hours)\""],
        ["ScheduledTasksConfig.expression"] = ["\"cron(0 21 * * ? *)\""],
        ["JobScheduleConfig.timeZone"] = [Berlin, "\"UTC\""],
        ["ScheduledTasksConfig.timeZone"] = [Berlin, "\"UTC\""],
        ["OffHoursConfig.timeZone"] = ["\"UTC\""],
        ["OffHoursConfig.stopCron"] = ["\"cron(0 21 ? * MON-FRI *)\""],
        ["OffHoursConfig.startCron"] = ["\"cron(0 8 ? * MON-FRI *)\""],
        ["DatabaseOffHoursConfig.stopCron"] = ["\"cron(20 21 ? * MON-FRI *)\""],
        ["DatabaseOffHoursConfig.startCron"] = ["\"cron(30 6 ? * MON-FRI *)\""],
        ["JobEventConfig.bucket"] = ["\"other\"", "\"files\"", "\"uploads\""],
        ["JobEventConfig.queue"] = ["\"other\"", "\"work\"", "\"conversions\"", "\"exports\""],
        ["JobEventConfig.prefix"] = ["\"photos/\""],
        ["JobEventConfig.suffix"] = ["\".jpg\""],
        ["JobEventConfig.pattern"] = ["""
            "{\"source\":[\"aws.ecs\"]}"
            """],
        ["BackupConfig.schedule"] = ["\"cron(0 6 ? * * *)\""],
        ["NotificationsConfig.emails"] = ["\"team@example.com\""],
    };

    private const string KeyArn = "\"arn:aws:kms:eu-central-1:123456789012:key/0a1b\"";
    private const string Berlin = "\"Europe/Berlin\"";

    /// <summary>
    /// Values to try for a key, none of them the one it has now. What each choice does is a branch of its own; of other values one is as good as
    /// another, and the next is for where the one before is refused or holds already.
    /// </summary>
    /// <param name="member">The key.</param>
    /// <param name="now">What it has, or what holds without it.</param>
    public static IReadOnlyList<IReadOnlyList<JsonNode>> Others(ConfigMember member, JsonNode? now) =>
        OthersIfAny(member, now) is { Count: > 0 } others ? others : throw Missing(member);

    /// <summary>The same, for a key that may have the only sample already.</summary>
    public static IReadOnlyList<IReadOnlyList<JsonNode>> OthersIfAny(ConfigMember member, JsonNode? now)
    {
        var others = Candidates(member, now)
            .Where(value => !IsPresent(value, now))
            .ToList();
        return others.Count == 0 ? []
            : member.Type.Kind is ConfigKind.Choice && !IsDerived(member) ? [.. others.Select(other => (JsonNode[])[other])]
            : [others];
    }

    private static bool IsPresent(JsonNode value, JsonNode? now) => (value, now) switch
    {
        (_, JsonArray list) => list.Any(item => JsonNode.DeepEquals(item, value)),
        (JsonObject entries, JsonObject map) => entries.All(entry => map.ContainsKey(entry.Key) && JsonNode.DeepEquals(map[entry.Key], entry.Value)),
        _ => JsonNode.DeepEquals(value, now),
    };

    /// <summary>Whether a key has few values, one of which other keys make the default: all of them are tried.</summary>
    public static bool IsDerived(ConfigMember member) =>
        member.Type.Kind is ConfigKind.Flag or ConfigKind.Choice && Nullable.GetUnderlyingType(member.Property.PropertyType) is not null;

    /// <summary>A value for a key that must be there.</summary>
    public static JsonNode First(ConfigMember member) =>
        member.Type.Kind is ConfigKind.List ? new JsonArray(Candidates(member, now: null)[0]) : Candidates(member, now: null)[0];

    /// <summary>A block with what it must have and no more.</summary>
    public static JsonObject Block(ConfigType type) => new(
        type.Members.Where(member => member.IsRequired).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)First(member))));

    private static List<JsonNode> Candidates(ConfigMember member, JsonNode? now)
    {
        if (Written.TryGetValue(Name(member), out var written))
        {
            return [.. written.Select(Parse)];
        }

        var (property, type) = (member.Property, member.Type.Kind is ConfigKind.List ? member.Type.Item! : member.Type);
        return property.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed
            ? [.. allowed.Values.Select(value => JsonSerializer.SerializeToNode(value)!)]
            : type.Kind switch
            {
                ConfigKind.Flag when IsDerived(member) => [JsonValue.Create(false), JsonValue.Create(true)],
                ConfigKind.Flag => [JsonValue.Create(!(now?.GetValue<bool>() ?? false))],
                ConfigKind.Choice => [.. type.ChoiceNames.Select(name => JsonValue.Create(name))],
                ConfigKind.WholeNumber or ConfigKind.Number when property.GetCustomAttribute<RangeAttribute>() is { } range => Numbers(range, now),
                ConfigKind.Block => [Block(type)],
                ConfigKind.Map when member.Type.Item!.Kind is ConfigKind.Block => [new JsonObject { ["extra"] = Block(member.Type.Item) }],
                _ => throw Missing(member),
            };
    }

    private static List<JsonNode> Numbers(RangeAttribute range, JsonNode? now)
    {
        var (lowest, highest) = (Convert.ToDouble(range.Minimum), Convert.ToDouble(range.Maximum));
        var number = now?.GetValue<double>() is { } present && present < highest ? present + 1 : Math.Max(lowest, Math.Min(1, highest));
        return [JsonNode.Parse(JsonSerializer.Serialize(number))!];
    }

    private static string Name(ConfigMember member) => $"{member.Property.DeclaringType!.Name}.{member.Name}";

    private static InvalidOperationException Missing(ConfigMember member) =>
        new($"{Name(member)} has no value to try: add a legal one to {nameof(SampleValues)}, so that the key can be proved to have an effect");

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
