using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Effects;

/// <summary>
/// The ways through the program on which a key may count or not: which load balancer, network and sign-in a stack has, how its tasks
/// run and are replaced, and which of its parts are there. Each is the minimal stack with these changes.
/// </summary>
internal static class EffectPaths
{
    private const string Limits = """{"cpuUnits":128,"memoryMiB":256,"memoryReservationMiB":128,"ulimits":{"nofile":{"soft":100,"hard":200}} }""";
    private const string Canary = """{"strategy":"canary","stepPercent":20,"stepMinutes":2,"bakeMinutes":7}""";
    private const string OnInstances = """{"subnets":"private","capacityProviders":{"big":{"weight":1}}}""";

    private static readonly (string, string) Nat = ("network", """{"natGateways":"single"}""");
    private static readonly (string, string) Private = ("service", """{"subnets":"private"}""");
    private static readonly (string, string) NoPort = ("service", """{"containerPort":null}""");
    private static readonly (string, string) TcpPort = ("service", """{"tcpPorts":[{"port":5432,"allowedCidrs":["203.0.113.0/24"]}]}""");
    private static readonly (string, string) Alarms = ("alarms", "{}");
    private static readonly (string, string) Notifications = ("notifications", """{"emails":["ops@example.com"]}""");
    private static readonly (string, string) Domain = ("domain", Blocks.Domain);
    private static readonly (string, string) OidcSecret = ("oidcSecret", "secret:confidential");
    private static readonly (string, string) FileSystems =
        ("fileSystems", $$"""{"uploads":{{Blocks.FileSystem}},"archive":{{Blocks.FileSystem}} }""");

    private static readonly (string, string) Buckets = ("buckets", $$"""{"files":{{Blocks.Bucket}},"other":{{Blocks.Bucket}} }""");
    private static readonly (string, string) Queues = ("queues", """{"work":{},"other":{}}""");

    private static readonly (string, string) Instances = ("cluster", $$"""{"containerInsights":"disabled","instances":{"big":{{Blocks.Instances}} } }""");

    private static readonly (string, string)[] Borrowed =
    [
        ("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("existingLoadBalancer", Blocks.ExistingLoadBalancer), Private,
    ];

    private static (string, string)[] WithCache =>
        [Alarms, ("dashboard", "true"), ("service", """{"secrets":{"TOKEN":{"from":"cache.token"}}}""")];

    public static IEnumerable<(string Name, ConfigValues Values)> All =>
    [
        .. Changes.Select(path => (path.Key, TestConfigs.Values(path.Value))),
        ("dev as shipped", Shipped("dev")),
        ("prod as shipped", Shipped("prod")),
    ];

    private static ConfigValues Shipped(string stack) =>
        StackFile.Read(ProjectFile.Find(RepositoryFiles.Root), stack, configFile: null, RepositoryFiles.Root);

    private static Dictionary<string, (string Key, string Json)[]> Changes => new()
    {
        ["HTTP only"] = [],
        ["HTTPS"] =
        [
            ("domain", """{"name":"shop.example.com","alternativeNames":["www.example.com"],"hostedZoneName":"example.com"}"""),
            ("loadBalancer", """{"allowedCidrs":["203.0.113.0/24"],"accessLogRetentionDays":30}"""), ("webAcl", """{"rateLimitPerFiveMinutes":500}"""), Alarms,
        ],
        ["HTTPS with a certificate that exists"] =
        [
            ("domain", """{"name":"shop.example.com","hostedZoneId":"Z0123","certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}"""),
        ],
        ["internal load balancer"] = [Nat, Private, Domain, ("loadBalancer", """{"scheme":"internal","allowedCidrs":["10.0.0.0/8"]}""")],
        ["existing load balancer, HTTPS"] =
        [
            .. Borrowed, Domain, ("existingLoadBalancer", """{"httpRedirectPort":80}"""),
            ("service", """{"routing":{"hosts":["shop.example.com"],"priority":100}}"""),
        ],
        ["existing load balancer, HTTP"] = [.. Borrowed, ("service", """{"routing":{"paths":["/shop/*"],"priority":100}}"""), Alarms],
        ["existing target group"] =
        [
            .. Borrowed, Alarms,
            ("existingLoadBalancer", """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}"""),
        ],
        ["TCP only"] = [NoPort, TcpPort, Alarms],
        ["HTTP and TCP"] = [TcpPort, ("networkLoadBalancer", """{"scheme":"internetFacing"}""")],
        ["no port"] = [NoPort, Alarms, Notifications],
        ["Cognito"] = [Domain, ("authentication", Blocks.Cognito), ("authentication", """{"publicPaths":["/webhooks/*"]}""")],
        ["own user pool"] = [Domain, ("authentication", Blocks.UserPool)],
        ["OpenID Connect"] = [Domain, ("authentication", Blocks.Oidc), OidcSecret],
        ["existing load balancer, Cognito"] =
        [
            .. Borrowed, Domain, ("authentication", Blocks.Cognito), ("service", """{"routing":{"hosts":["shop.example.com"],"priority":100}}"""),
        ],
        ["blue/green"] = [("service", """{"deployment":{"strategy":"blueGreen","bakeMinutes":7,"rollbackOnAlarms":true,"testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}}"""), Alarms],
        ["linear"] = [("service", """{"deployment":{"strategy":"linear","stepPercent":20,"stepMinutes":2,"bakeMinutes":7}}""")],
        ["canary"] = [Domain, ("service", $$"""{"deployment":{{Canary}} }""")],
        ["existing load balancer, canary"] =
        [
            .. Borrowed, ("service", """{"routing":{"paths":["/shop/*"],"priority":100}}"""), ("service", $$"""{"deployment":{{Canary}} }"""),
        ],
        ["Fargate Spot"] = [("service", """{"capacityProviders":{"FARGATE":{"weight":1,"base":1},"FARGATE_SPOT":{"weight":3}},"exec":true}""")],
        ["instances"] = [Nat, Instances, ("service", OnInstances), FileSystems, ("service", Volumes)],
        ["instances by their load"] =
        [
            Nat,
            ("cluster", """{"instances":{"big":{"instanceType":"m7i.large","minimumInstances":1,"maximumInstances":3,"cpuPercent":60,"subnets":"private"}}}"""),
            ("service", OnInstances),
        ],
        ["limited container"] = [("service", $$"""{"containerLimits":{{Limits}} }""")],
        ["instances, host network"] = [Nat, Instances, ("service", OnInstances), ("service", """{"networkMode":"host"}"""), TcpPort],
        ["NAT in each zone, dual stack"] =
        [
            ("network", """{"natGateways":"onePerZone","dualStack":true,"interfaceEndpoints":["ecr.api","logs"],"flowLogRetentionDays":14}"""), Private,
        ],
        ["own address plan"] =
        [
            ("network", """
                {
                  "publicSubnetCidrs": ["10.0.0.0/24", "10.0.1.0/24"],
                  "privateSubnetCidrs": ["10.0.2.0/24", "10.0.3.0/24"],
                  "isolatedSubnetCidrs": ["10.0.4.0/24", "10.0.5.0/24"]
                }
                """),
        ],
        ["existing network"] =
        [
            ("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("database", Blocks.Database), ("database", """{"backupRetentionDays":0}"""),
            ("service", """{"secrets":{"URL":{"from":"database.url"}}}"""),
        ],
        ["default VPC"] = [("network", "-"), ("existingNetwork", """{"default":true,"zones":["eu-central-1a","eu-central-1b"],"privateSubnetIds":["subnet-0b100000","subnet-0b200000"]}""")],
        ["new subnets in an existing network"] =
        [
            ("network", "-"), Private, ("database", Blocks.Database), ("existingNetwork", """
                {
                  "vpcId": "vpc-0a000000",
                  "newSubnets": {
                    "zones": ["eu-central-1a", "eu-central-1b"],
                    "publicCidrs": ["10.0.30.0/24", "10.0.31.0/24"],
                    "privateCidrs": ["10.0.32.0/24", "10.0.33.0/24"],
                    "isolatedCidrs": ["10.0.34.0/24", "10.0.35.0/24"],
                    "natGatewayIds": ["nat-0a000000"]
                  }
                }
                """),
        ],
        ["data"] = Data,
        ["watched at night"] =
        [
            ("database", Blocks.Database), ("service", """{"secrets":{"PASSWORD":{"from":"database.password"}}}"""),
            ("offHours", Blocks.OffHours), Alarms, Notifications, ("dashboard", "true"), ("backup", Blocks.Backup),
        ],
        ["cache"] = [.. WithCache, ("cache", Blocks.Cache), ("cache", """{"replicas":1}""")],
        ["serverless cache"] = [.. WithCache, ("cache", Blocks.ServerlessCache)],
        ["no alarms"] = [Notifications],
        ["jobs"] = Jobs,
        ["services"] = Services,
        ["scaling"] = Scaling,
        ["scaling by the clock"] =
        [
            ("service", """
                {
                  "scaling": {
                    "minimumTasks": 1, "maximumTasks": 3,
                    "schedules": {"night": {"expression": "rate(1 day)", "minimumTasks": 1, "maximumTasks": 1}}
                  }
                }
                """),
        ],
        ["scaling by steps that only add"] =
        [
            ("service", """
                {"scaling": {"minimumTasks": 1, "maximumTasks": 3, "steps": {"rush": {"metric": "cpu", "scaleOut": [{"aboveValue": 80, "addTasks": 1}]}}}}
                """),
        ],
        ["migration by a pipeline"] = [("service", """{"migration":{"command":["migrate"]},"revisionOwner":"pipeline"}""")],
    };

    // One of each source.
    private static string Secrets => """
        {
          "URL": {"from":"database.url"},
          "PARAMETER": {"ssmParameter": "/shop/parameter"},
          "EXISTING": {"secretArn": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf"},
          "STORED": {"config": "storedToken"},
          "GENERATED": {"generatedLength": 48}
        }
        """;

    private static string Volumes => """{"volumes":{"files":{"mountPath":"/files","fileSystem":"uploads"},"old":{"mountPath":"/old","fileSystem":"archive"},"scratch":{"mountPath":"/scratch"}}}""";

    private static (string, string)[] Data =>
    [
        ("database", Blocks.Database),
        ("database", """{"logExports":["postgresql"],"maxAllocatedStorageGiB":100,"backupWindow":"01:00-02:00"}"""),
        ("buckets", """{"files":{"versioning":true,"deleteWithContents":false,"expireOldVersionsAfterDays":5}}"""),
        Queues,
        ("repositories", $$"""{"app":{{Blocks.Repository}} }"""),
        FileSystems,
        ("backup", """{"retentionDays":365,"deleteWithBackups":false,"coldStorageAfterDays":30}"""),
        ("storedToken", "secret:confidential"),
        ("service", Volumes),
        ("service", $$"""
            {
              "image": "${repository.app}:1",
              "environment": {"QUEUE": "${queue.work}"},
              "buckets": {"files": "readWrite"},
              "queues": {"work": "send"},
              "permissions": [{"actions": ["athena:GetQueryExecution"], "resources": ["arn:aws:athena:eu-central-1:123456789012:workgroup/shop"]}],
              "secrets": {{Secrets}},
              "containerHealthCheck": {"command": "true"},
              "restartPolicy": {}
            }
            """),
    ];

    private static (string, string)[] Jobs =>
    [
        Nat,
        Instances,
        ("cluster", """{"namespace":"shop.internal"}"""),
        ("service", """{"discoveryName":"shop"}"""),
        Notifications,
        ("database", Blocks.Database),
        Buckets,
        Queues,
        FileSystems,
        ("storedToken", "secret:confidential"),
        ("jobs", $$"""
            {
              "nightly": {
                "schedule": {"expression": "cron(0 3 * * ? *)"},
                "secrets": {{Secrets}},
                "volumes": {"files": {"mountPath": "/files", "fileSystem": "uploads"}, "old": {"mountPath": "/old", "fileSystem": "archive"} }
              },
              "incoming": {"event": {"bucket": "files", "prefix": "images/", "suffix": ".png"}, "buckets": {"files": "read", "other": "read"} },
              "asked": {"event": {"queue": "other"} },
              "pushed": {"event": {"pattern": "{\"source\":[\"aws.ecr\"]}"}, "queues": {"work": "send"} },
              "by-hand": {
                "image": "tool:1", "subnets": "private", "capacityProviders": {"big": {"weight": 1} },
                "restartPolicy": {"ignoredExitCodes": [0]}, "containerHealthCheck": {"command": "true"},
                "permissions": [{"actions": ["athena:GetQueryExecution"], "resources": ["*"]}]
              },
              "on-host": {
                "networkMode": "host", "subnets": "private", "capacityProviders": {"big": {"weight": 1} },
                "hostPorts": [{"port": 8090, "allowedCidrs": ["203.0.113.0/24"]}], "containerLimits": {{Limits}}
              }
            }
            """),
    ];

    private static (string, string)[] Services =>
    [
        ("domain", """{"name":"shop.example.com","alternativeNames":["www.example.com"],"hostedZoneName":"example.com"}"""),
        ("authentication", Blocks.UserPool),
        ("service", """{"routing":{"hosts":["www.example.com"],"priority":900}}"""),
        Alarms,
        Nat,
        Instances,
        ("cluster", """{"namespace":"shop.internal"}"""),
        ("database", Blocks.Database),
        Buckets,
        Queues,
        FileSystems,
        ("storedToken", "secret:confidential"),
        ("services", $$"""
            {
              "api": {
                "image": "api:1", "containerPort": 81, "memoryMiB": 1024, "scaling": {{ApiScaling}}, "routing": {"paths": ["/api/*"], "priority": 100}, "discoveryName": "api",
                "migration": {"command": ["migrate"]}, "tcpPorts": [{"port": 5000}],
                "secrets": {{Secrets}},
                "buckets": {"files": "read"},
                "volumes": {"files": {"mountPath": "/files", "fileSystem": "uploads"}, "old": {"mountPath": "/old", "fileSystem": "archive"} },
                "containerHealthCheck": {"command": "true"}, "restartPolicy": {},
                "permissions": [{"actions": ["athena:GetQueryExecution"], "resources": ["*"]}]
              },
              "shifting": {"image": "web:1", "containerPort": 82, "routing": {"paths": ["/web/*"], "priority": 200, "signIn": false}, "deployment": {{Canary}} },
              "testing": {
                "image": "test:1", "containerPort": 83, "routing": {"paths": ["/test/*"], "priority": 300, "signIn": false},
                "deployment": {"strategy": "linear", "testListener": {"port": 8443, "allowedCidrs": ["203.0.113.0/24"]} }
              },
              "open": {"image": "open:1", "containerLimits": {{Limits}}, "containerPort": 84, "routing": {"paths": ["/open/*"], "priority": 500, "signIn": false} },
              "worker": {
                "image": "worker:1", "subnets": "private", "capacityProviders": {"big": {"weight": 1} }, "queues": {"work": "receive"}, "scaling": {{WorkerScaling}}
              }
            }
            """),
    ];

    private static string ApiScaling => """
        {
          "minimumTasks": 1, "maximumTasks": 4, "cpuPercent": 60, "memoryPercent": 70, "requestsPerTask": 500,
          "metrics": {"sessions": {"namespace": "Shop", "metricName": "Sessions", "targetValue": 200}},
          "steps": {"rush": {"metric": "cpu", "scaleOut": [{"aboveValue": 80, "addTasks": 1}]}}
        }
        """;

    private static string WorkerScaling => """
        {
          "minimumTasks": 0, "maximumTasks": 4, "backlogPerTask": {"queue": "work", "messagesPerTask": 20},
          "steps": {"rush": {"metric": "queueDepth", "queue": "work", "scaleOut": [{"aboveValue": 100, "addTasks": 1}], "scaleInBelowValue": 5}},
          "schedules": {"night": {"expression": "cron(0 22 * * ? *)", "minimumTasks": 0, "maximumTasks": 1}}
        }
        """;

    private static (string, string)[] Scaling =>
    [
        Queues,
        ("offHours", Blocks.OffHours),
        ("offHours", """{"database":null}"""),
        ("service", """
            {
              "desiredCount": 2,
              "scaling": {
                "minimumTasks": 1, "maximumTasks": 4, "cpuPercent": 60, "memoryPercent": 70, "requestsPerTask": 500,
                "metrics": {"sessions": {"namespace": "Shop", "metricName": "Sessions", "targetValue": 200}},
                "backlogPerTask": {"queue": "work", "messagesPerTask": 20},
                "steps": {"rush": {"metric": "cpu", "scaleOut": [{"aboveValue": 80, "addTasks": 1}], "scaleInBelowValue": 20},
                  "backlog": {"metric": "queueDepth", "queue": "work", "scaleOut": [{"aboveValue": 100, "addTasks": 1}]} },
                "schedules": {"night": {"expression": "cron(0 22 * * ? *)", "minimumTasks": 1, "maximumTasks": 1}}
              }
            }
            """),
    ];
}
