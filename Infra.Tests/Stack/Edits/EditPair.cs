using System.Text.Json.Nodes;

namespace Infra.Tests.Stack.Edits;

/// <summary>Two edits at once, for keys that belong together.</summary>
/// <param name="Name">The edits.</param>
/// <param name="Stack">The stack file.</param>
/// <param name="Edit">The keys that change; null removes one.</param>
/// <param name="Earlier">Keys that the running stack has beside its file.</param>
internal sealed record EditPair(string Name, string Stack, string Edit, string Earlier = "{}")
{
    private const string OtherService = """{"image":"api:1","containerPort":3001,"subnets":"private","routing":{"paths":["/api/*"],"priority":200}}""";
    private const string Network = """
        {"vpcId":"vpc-0a000000","publicSubnetIds":["subnet-0a100000","subnet-0a200000"],"privateSubnetIds":["subnet-0b100000","subnet-0b200000"],
        "isolatedSubnetIds":["subnet-0c100000","subnet-0c200000"]}
        """;

    private const string DatabaseUser = """{"name":"orders","username":"keeper"}""";

    public static IReadOnlyList<EditPair> All { get; } =
    [
        new("services.* and routing.paths renamed", "event-jobs",
            """{"services":{"api":null,"web":{"image":"api:1","containerPort":3001,"subnets":"private","routing":{"paths":["/web/*"],"priority":200}}}}""",
            $$"""{"services":{"api":{{OtherService}} } }"""),
        new("services.* renamed, routing kept", "event-jobs", $$"""{"services":{"api":null,"web":{{OtherService}} } }""", $$"""{"services":{"api":{{OtherService}} } }"""),
        new("services.*.routing.priority swapped", "event-jobs",
            """{"services":{"api":{"routing":{"priority":100}},"admin":{"routing":{"priority":200}}}}""", $$"""{"services":{"api":{{OtherService}} } }"""),
        new("services.*.routing.paths swapped with another service", "event-jobs",
            """{"services":{"api":{"routing":{"paths":["/web/*"]}},"web":{"routing":{"paths":["/api/*"]}}}}""",
            $$"""{"services":{"api":{{OtherService}},"web":{"image":"web:1","containerPort":3002,"subnets":"private","routing":{"paths":["/web/*"],"priority":300} } } }"""),
        new("services.*.discoveryName moved to another service", "event-jobs",
            """{"services":{"admin":{"discoveryName":null},"api":{"discoveryName":"admin"}},"service":{"calls":["api"]}}""",
            $$"""{"services":{"api":{{OtherService}} } }"""),
        new("services.*.discoveryName and ${discovery.*} renamed", "event-jobs",
            """{"services":{"admin":{"discoveryName":"backoffice"}},"service":{"environment":{"ADMIN_URL":"http://${discovery.backoffice}:3000"}}}"""),
        new("services.*.containerPort and callers' port", "event-jobs",
            """{"services":{"admin":{"containerPort":3100}},"service":{"environment":{"ADMIN_URL":"http://${discovery.admin}:3100"}}}"""),
        new("services.*.containerPort and routing removed", "event-jobs",
            """{"services":{"admin":{"containerPort":null,"routing":null,"discoveryName":null}},"service":{"calls":null,"environment":{"ADMIN_URL":null}},"domain":{"alternativeNames":null}}"""),
        new("services.* removed with its calls and name", "event-jobs",
            """{"services":{"admin":null},"service":{"calls":null,"environment":{"ADMIN_URL":null}},"domain":{"alternativeNames":null},"cluster":{"instances":{"steady":null}}}"""),
        new("service moved to services.*", "event-jobs",
            """
            {"service":{"image":"example/media-front:1.0.0","routing":null},
             "services":{"api":{"image":"example/media-api:2.3.0","containerPort":8080,"cpuUnits":512,"memoryMiB":1024,"subnets":"private","routing":{"paths":["/api/*"],"priority":200}}}}
            """),
        new("service swapped with a service of services.*", "minimal",
            """{"service":{"image":"api:1","containerPort":81},"services":{"api":{"image":"nginx:1.29","containerPort":80,"routing":{"paths":["/api/*"],"priority":200}}}}""",
            """{"services":{"api":{"image":"api:1","containerPort":81,"routing":{"paths":["/api/*"],"priority":200}}}}"""),
        new("service and services.* on instances of another entry", "event-jobs", """{"services":{"worker":{"capacityProviders":{"arm":null,"steady":{"weight":1}}}}}"""),
        new("cluster.instances.* removed, its services moved to Fargate", "event-jobs",
            """{"cluster":{"instances":{"arm":null}},"services":{"worker":{"capacityProviders":null,"memoryMiB":2048}}}"""),
        new("cluster.instances.* removed with its service", "event-jobs",
            """{"cluster":{"instances":{"arm":null}},"services":{"worker":null},"queues":{"conversions":{"maximumReceives":3}}}"""),
        new("cluster.instances removed, everything moved to Fargate", "datero",
            """{"cluster":{"instances":null},"service":{"capacityProviders":null},"jobs":{"check":{"capacityProviders":null,"memoryMiB":512}}}"""),
        new("cluster.instances.*.instanceType and architecture", "event-jobs",
            """{"cluster":{"instances":{"arm":{"instanceType":"t3.medium","architecture":null}}},"services":{"worker":{"architecture":null}}}"""),
        new("cluster.instances.*.subnets and network.natGateways", "datero-demo",
            """{"network":{"natGateways":"single"},"cluster":{"instances":{"main":{"subnets":"private"}}}}"""),
        new("network.natGateways and service.subnets", "dev", """{"network":{"natGateways":"single"},"service":{"subnets":"private"}}"""),
        new("network.natGateways and service.subnets, with a node cluster", "live-beats", """{"network":{"natGateways":"onePerZone"},"service":{"subnets":"private"}}"""),
        new("network.interfaceEndpoints instead of natGateways", "minimal",
            """{"network":{"natGateways":"none","interfaceEndpoints":["ecr.api","ecr.dkr","logs"]}}""",
            """{"network":{"natGateways":"single"},"service":{"subnets":"private","image":"123456789012.dkr.ecr.eu-central-1.amazonaws.com/hello:1"}}"""),
        new("network.zones with the three SubnetCidrs", "dev",
            """
            {"network":{"zones":["eu-central-1a","eu-central-1b","eu-central-1c"],"publicSubnetCidrs":["10.20.0.0/24","10.20.1.0/24","10.20.6.0/24"],
             "privateSubnetCidrs":["10.20.2.0/24","10.20.3.0/24","10.20.7.0/24"],"isolatedSubnetCidrs":["10.20.4.0/24","10.20.5.0/24","10.20.8.0/24"]}}
            """,
            """
            {"network":{"publicSubnetCidrs":["10.20.0.0/24","10.20.1.0/24"],"privateSubnetCidrs":["10.20.2.0/24","10.20.3.0/24"],"isolatedSubnetCidrs":["10.20.4.0/24","10.20.5.0/24"]}}
            """),
        new("network.zones and dualStack", "dev", """{"network":{"zones":["eu-central-1a","eu-central-1b","eu-central-1c"],"dualStack":true}}"""),
        new("network.dualStack, zone appended", "dev", """{"network":{"zones":["eu-central-1a","eu-central-1b","eu-central-1c"]}}""", """{"network":{"dualStack":true}}"""),
        new("network replaced by existingNetwork", "dev", $$"""{"network":null,"existingNetwork":{{Network}} }"""),
        new("network replaced by existingNetwork, no database", "minimal", $$"""{"network":null,"existingNetwork":{{Network}} }"""),
        new("loadBalancer replaced by existingLoadBalancer", "minimal",
            """{"loadBalancer":null,"existingLoadBalancer":{"name":"shared","securityGroupId":"sg-0a000000"},"service":{"subnets":"private","routing":{"paths":["/hello/*"],"priority":100}}}""",
            $$"""{"network":null,"existingNetwork":{{Network}},"service":{"subnets":"private"} }"""),
        new("existingLoadBalancer.name and securityGroupId", "ecs-guide", """{"existingLoadBalancer":{"name":"common","securityGroupId":"sg-0b000000"}}"""),
        new("existingLoadBalancer.targetGroupArn instead of rules", "ecs-guide",
            """
            {"existingLoadBalancer":{"targetGroupArn":"arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/guide/0123456789abcdef","httpRedirectPort":null,"listenerPort":null},
             "domain":null,"service":{"routing":null}}
            """),
        new("loadBalancer.scheme and allowedCidrs", "event-jobs", """{"loadBalancer":{"scheme":"internal","allowedCidrs":["10.0.0.0/8"]}}"""),
        new("loadBalancer.scheme and allowedCidrs, no domain", "minimal", """{"loadBalancer":{"scheme":"internal","allowedCidrs":["10.0.0.0/8"]}}"""),
        new("loadBalancer.deletionProtection off and scheme", "prod",
            """{"loadBalancer":{"deletionProtection":false,"scheme":"internal","allowedCidrs":["10.0.0.0/8"]},"authentication":null}"""),
        new("domain and loadBalancer.tlsPolicy", "minimal", """{"domain":{"name":"hello.example.com","hostedZoneName":"example.com"},"loadBalancer":{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"}}"""),
        new("domain.name swapped with an alternative name", "event-jobs", """{"domain":{"name":"admin.media.example.com","alternativeNames":["media.example.com"]}}"""),
        new("domain.name kept as an alternative name of the new", "dev", """{"domain":{"name":"maps.example.com","alternativeNames":["dekart-dev.example.com"]}}"""),
        new("domain.name and hostedZoneName", "dev", """{"domain":{"name":"dekart.example.org","hostedZoneName":"example.org"}}"""),
        new("domain.name and routing.hosts", "ecs-guide", """{"domain":{"name":"manual.example.com"},"service":{"routing":{"hosts":["manual.example.com"]}}}"""),
        new("domain and authentication removed", "dev", """{"domain":null,"authentication":null,"loadBalancer":{"tlsPolicy":null,"allowedCidrs":["203.0.113.0/24"]}}"""),
        new("authentication.cognito replaced by userPool", "dev",
            """{"authentication":{"cognito":null,"userPool":{"domainPrefix":"dekart-users","deletionProtection":false}}}"""),
        new("authentication.cognito.* moved to another user pool", "prod",
            """{"authentication":{"cognito":{"userPoolArn":"arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Other","userPoolClientId":"other","userPoolDomain":"other"}}}"""),
        new("authentication on, deployment back to rolling", "event-jobs",
            """{"authentication":{"userPool":{"domainPrefix":"media-users","deletionProtection":false}},"service":{"deployment":null}}"""),
        new("database.engineVersion and allowMajorVersionUpgrade, at once", "dev", """{"database":{"engineVersion":18,"allowMajorVersionUpgrade":true}}"""),
        new("database.engineVersion and allowMajorVersionUpgrade, in the window", "prod", """{"database":{"engineVersion":18,"allowMajorVersionUpgrade":true}}"""),
        new("database.engineVersion, allowMajorVersionUpgrade and applyImmediately", "prod",
            """{"database":{"engineVersion":18,"allowMajorVersionUpgrade":true,"applyImmediately":true}}"""),
        new("database.deletionProtection off and name", "prod", $$"""{"database":{"deletionProtection":false,"name":"orders"} }"""),
        new("database.name and username", "dev", $$"""{"database":{{DatabaseUser}} }"""),
        new("database removed with its uses", "live-beats",
            """{"database":null,"service":{"secrets":{"DATABASE_URL":{"from":null,"ssmParameter":"/staging/fly-live-beats/database-url"}}}}"""),
        new("database.tls and image", "dev", """{"database":{"tls":"allow"},"service":{"image":"dekartxyz/dekart:0.24"}}"""),
        new("database.instanceClass and allocatedStorageGiB", "prod", """{"database":{"instanceClass":"db.t4g.large","allocatedStorageGiB":60}}"""),
        new("database.allocatedStorageGiB and maxAllocatedStorageGiB", "dev", """{"database":{"allocatedStorageGiB":60,"maxAllocatedStorageGiB":100}}"""),
        new("database.backupRetentionDays 0 and finalSnapshot", "dev", """{"database":{"backupRetentionDays":0,"finalSnapshot":true}}"""),
        new("cache.nodeType replaced by serverless", "event-jobs",
            """{"cache":{"nodeType":null,"engineVersion":"8","serverless":{"maximumStorageGiB":2,"maximumEcpuPerSecond":5000}}}"""),
        new("cache.nodeType and replicas", "event-jobs", """{"cache":{"nodeType":"cache.t4g.small","replicas":1}}"""),
        new("cache removed with its secrets", "event-jobs", """{"cache":null,"service":{"secrets":null},"services":{"worker":{"secrets":null}}}"""),
        new("kmsKeyArn and database.kmsKeyArn", "dev",
            """{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/0a1b","database":{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/0a1c"}}"""),
        new("kmsKeyArn changed to another key", "event-jobs",
            """{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/0a1c"}""", """{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/0a1b"}"""),
        new("existingNetwork.newSubnets.zones and privateCidrs reordered", "ecs-guide",
            """{"existingNetwork":{"newSubnets":{"zones":["us-west-2b","us-west-2a"],"privateCidrs":["172.31.240.64/26","172.31.240.0/26"]}}}"""),
        new("fileSystems.* removed with its volumes", "event-jobs",
            """{"fileSystems":null,"backup":null,"service":{"volumes":null},"services":{"worker":{"volumes":null}}}"""),
        new("fileSystems.*.deletionProtection off and kmsKeyArn", "ecs-guide",
            """{"fileSystems":{"data":{"deletionProtection":false,"kmsKeyArn":"arn:aws:kms:us-west-2:123456789012:key/0a1b"}}}"""),
        new("volumes.*.fileSystem and mountPath", "live-beats",
            """{"service":{"volumes":{"uploads":{"fileSystem":"archive","mountPath":"/app/archive"}}}}""", """{"fileSystems":{"archive":{"deletionProtection":false}}}"""),
        new("buckets.* removed with its uses", "dev",
            """{"buckets":null,"service":{"buckets":null,"environment":{"DEKART_CLOUD_STORAGE_BUCKET":"other","DEKART_ATHENA_S3_OUTPUT_LOCATION":"other"}}}"""),
        new("buckets.*.deleteWithContents and the bucket's removal", "prod",
            """{"buckets":null,"service":{"buckets":null,"environment":{"DEKART_CLOUD_STORAGE_BUCKET":"other","DEKART_ATHENA_S3_OUTPUT_LOCATION":"other"}}}""",
            """{"buckets":{"results":{"deleteWithContents":true}}}"""),
        new("queues.* removed with its job", "event-jobs", """{"queues":{"exports":null},"jobs":{"exports":null},"service":{"queues":{"exports":null}}}"""),
        new("queues.* renamed with its fifo", "event-jobs",
            """{"queues":{"exports":null,"orders":{"fifo":true}},"jobs":{"exports":{"event":{"queue":"orders"}}},"service":{"queues":{"exports":null,"orders":"send"}}}"""),
        new("repositories.* renamed with the image", "live-beats", """{"repositories":{"app":null,"web":{"deleteWithImages":false}},"service":{"image":"${repository.web}:0.1.0"}}"""),
        new("service.scaling and desiredCount", "event-jobs", """{"service":{"scaling":{"minimumTasks":4},"desiredCount":4}}"""),
        new("service.scaling removed, desiredCount set", "live-beats", """{"service":{"scaling":null,"desiredCount":3}}"""),
        new("offHours and scaling.schedules", "event-jobs",
            """{"offHours":{"stopCron":"cron(0 20 ? * MON-FRI *)","startCron":"cron(0 7 ? * MON-FRI *)","timeZone":"Europe/Berlin"},"service":{"scaling":{"schedules":null}}}"""),
        new("deployment.strategy and rollbackOnAlarms", "event-jobs",
            """{"service":{"deployment":{"strategy":"blueGreen","stepPercent":null,"stepMinutes":null,"rollbackOnAlarms":null}}}"""),
        new("deployment.rollbackOnAlarms off and alarms removed", "event-jobs", """{"alarms":null,"service":{"deployment":{"rollbackOnAlarms":null}}}"""),
        new("deployment.strategy and routing.priority", "minimal",
            """{"service":{"deployment":{"strategy":"canary"},"routing":{"paths":["/hello/*"],"priority":100}}}"""),
        new("networkMode host and capacityProviders", "event-jobs", """{"services":{"admin":{"networkMode":"host","discoveryName":null}},"service":{"calls":null,"environment":{"ADMIN_URL":null}}}"""),
        new("service.capacityProviders from Spot to Fargate", "dev", """{"service":{"capacityProviders":{"FARGATE_SPOT":null,"FARGATE":{"weight":1}}}}"""),
        new("tcpPorts swapped with containerPort", "minimal", """{"service":{"containerPort":null,"tcpPorts":[{"port":80,"allowedCidrs":["203.0.113.0/24"]}]}}"""),
        new("tcpPorts[].port swapped", "datero", """{"service":{"tcpPorts":[{"port":6000},{"port":5432}]}}""", """{"service":{"tcpPorts":[{"port":5432},{"port":6000}]}}"""),
        new("revisionOwner and image", "dev", """{"service":{"revisionOwner":"pipeline","image":"dekartxyz/dekart:0.24"}}"""),
        new("notifications and alarms removed", "prod", """{"notifications":null,"alarms":null}"""),
        new("backup removed, fileSystems.*.automaticBackups on", "event-jobs", """{"backup":null,"fileSystems":{"shared":{"automaticBackups":true}}}"""),
        new("name and domain.name", "dev", """{"name":"maps","domain":{"name":"maps.example.com"}}"""),
    ];

    public static JsonObject Merged(JsonObject tree, string patch) => Merged(tree, JsonNode.Parse(patch)!.AsObject());

    private static JsonObject Merged(JsonObject tree, JsonObject patch)
    {
        var merged = tree.DeepClone().AsObject();
        foreach (var (key, value) in patch)
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value is JsonObject block ? Merged(merged[key] as JsonObject ?? [], block) : value.DeepClone();
            }
        }

        return merged;
    }
}
