using Infra.Configuration.StackFiles;
using Infra.Tests.Stack;
using Infra.Tests.Support;
using Infra.Tests.Tasks;

namespace Infra.Tests.Systems;

/// <summary>examples/live-beats.yaml: clustered nodes, secrets, migrations, and a shared file system for uploads.</summary>
public class LiveBeatsTests
{
    private const string Parameters = "arn:aws:ssm:eu-central-1:123456789012:parameter/staging/fly-live-beats/";

    [Fact]
    public async Task HealthCheck_RequestsSigninOnPort4000()
    {
        var run = await Run();

        var targetGroup = run.Single<Lb.TargetGroup>();
        Assert.Equal((4000.0, "/signin", "200"), (run.Single<Ecs.Service>()["loadBalancers[0].containerPort"], targetGroup["healthCheck.path"], targetGroup["healthCheck.matcher"]));
        Assert.Equal(
            (2.0, 2.0, 2.0),
            (targetGroup["healthCheck.timeout"], targetGroup["healthCheck.healthyThreshold"], targetGroup["healthCheck.unhealthyThreshold"]));
    }

    [Fact]
    public async Task LoadBalancer_WithoutADomain_ServesHttpOnly()
    {
        var run = await Run();

        Assert.Equal(80.0, run.Single<Lb.Listener>()["port"]);
        Assert.Equal("arn:Listener:live-beats-lb-http", run.Single<Lb.ListenerRule>()["listenerArn"]);
        Assert.Empty(run.All<Acm.Certificate>());
        Assert.Equal("http://live-beats-lb.elb.amazonaws.com", await run.Output("url"));
    }

    [Fact]
    public async Task Container_HasHostRegionClusterAndServiceInItsEnvironment()
    {
        var container = await Container();

        Assert.Equal("live-beats-lb.elb.amazonaws.com", Containers.Variable(container, "PHX_HOST"));
        Assert.Equal("eu-west-2", Containers.Variable(container, "AWS_ECS_CLUSTER_REGION"));
        Assert.Equal("live-beats-livebeats", Containers.Variable(container, "AWS_ECS_CLUSTER_NAME"));
        Assert.Equal(
            "arn:aws:ecs:eu-west-2:123456789012:service/live-beats-livebeats/live-beats", Containers.Variable(container, "AWS_ECS_SERVICE_ARN"));
        Assert.Equal("10", Containers.Variable(container, "POOL_SIZE"));
    }

    [Fact]
    public async Task Nodes_AcceptConnectionsFromTheLoadBalancerAndEachOtherOnly()
    {
        var rules = (await Run()).All<Vpc.SecurityGroupIngressRule>()
            .Where(rule => rule["securityGroupId"] is "SecurityGroup:live-beats-security-service").ToList();

        Assert.Equal(
            ["load-balancer 4000-4000", "service 4369-4369", "service 9100-9155"],
            rules.Select(rule => $"{((string)rule["referencedSecurityGroupId"]!)["SecurityGroup:live-beats-security-".Length..]} {rule["fromPort"]}-{rule["toPort"]}"));
    }

    [Fact]
    public async Task TaskRole_AllowsDiscoveryAndExec()
    {
        var allowed = Containers.Allowed(await Run(), "live-beats-task-app");

        Assert.Contains("ecs:ListTasks on *", allowed);
        Assert.Contains("ecs:ListServices on *", allowed);
        Assert.Contains("ecs:DescribeTasks on arn:aws:ecs:eu-west-2:123456789012:task/live-beats-livebeats/*", allowed);
        Assert.Equal(4, allowed.Count(right => right.StartsWith("ssmmessages:", StringComparison.Ordinal)));
        Assert.Equal(true, (await Run()).Single<Ecs.Service>()["enableExecuteCommand"]);
    }

    [Fact]
    public async Task Secrets_FromParametersWithAPath_AreAllowedOneByOne()
    {
        string[] names = ["secret-key-base", "database-url", "live-beats-github-client-id", "live-beats-github-client-secret", "release-cookie"];
        var secrets = string.Join(',', names.Select(name => $$"""
            "{{name.Replace('-', '_').ToUpperInvariant()}}":{"ssmParameter":"/staging/fly-live-beats/{{name}}"}
            """));
        var run = await ContainerTaskRun.Of($$"""{"secrets":{ {{secrets}} } }""");

        Assert.Equal(
            names.Select(name => $"ssm:GetParameters on {Parameters}{name}").Order(StringComparer.Ordinal),
            Containers.Allowed(run, "shop-task-execution").Where(right => right.StartsWith("ssm:", StringComparison.Ordinal)));
        Assert.Equal(5, Containers.Secrets(Containers.Named(run.Single<Ecs.TaskDefinition>(), "shop")).Count);
    }

    [Fact]
    public async Task Secrets_ComeFromParametersTheDatabaseAndTheStack()
    {
        var secrets = Containers.Secrets(await Container());

        Assert.Equal(5, secrets.Count);
        Assert.StartsWith("arn:aws:ssm:eu-west-2:123456789012:parameter/staging/fly-live-beats/secret-key-base", secrets["SECRET_KEY_BASE"], StringComparison.Ordinal);
        Assert.StartsWith("arn:Secret:live-beats-database:ectoUrl::", secrets["DATABASE_URL"], StringComparison.Ordinal);
        Assert.StartsWith("arn:Secret:live-beats-task-secrets-RELEASE_COOKIE:::", secrets["RELEASE_COOKIE"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migration_MustSucceedBeforeTheApplicationStarts()
    {
        var run = await Run();

        var task = run.Find<Ecs.TaskDefinition>("live-beats-task");
        ResourceAssert.Json(
            """[{"containerName":"live-beats-migration","condition":"SUCCESS"}]""", Containers.Named(task, "live-beats")["dependsOn"]!);
        var migration = Containers.Named(task, "live-beats-migration");
        Assert.Equal(("/app/bin/migrate", false), ((string?)migration["command"]![0], (bool)migration["essential"]!));
        Assert.Equal(5, migration["secrets"]!.AsArray().Count);
    }

    [Fact]
    public async Task Migration_HasItsOwnRunCommand()
    {
        var run = await Run();

        var task = run.Find<Ecs.TaskDefinition>("live-beats-task-migration");
        Assert.Equal("live-beats-livebeats_migration", task["family"]);
        Assert.True((bool)Containers.Named(task, "live-beats-migration")["essential"]!);
        var commands = Assert.IsType<System.Collections.Immutable.ImmutableDictionary<string, object>>(await run.Output("runCommands"));
        Assert.Contains("--task-definition arn:TaskDefinition:live-beats-task-migration --count 1", (string)commands["service.migration"], StringComparison.Ordinal);
        Assert.Contains("--log-stream-names \"live-beats-migration/live-beats-migration/${task##*/}\"", (string)commands["service.migration"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_AreOnAFileSystem()
    {
        var run = await Run();

        var task = run.Find<Ecs.TaskDefinition>("live-beats-task");
        Assert.Equal("uploads", task["volumes[0].name"]);
        Assert.Equal("FileSystem:live-beats-files-uploads", task["volumes[0].efsVolumeConfiguration.fileSystemId"]);
        Assert.Equal("ENABLED", task["volumes[0].efsVolumeConfiguration.transitEncryption"]);
        Assert.Equal("ENABLED", task["volumes[0].efsVolumeConfiguration.authorizationConfig.iam"]);
        ResourceAssert.Json(
            """[{"sourceVolume":"uploads","containerPath":"/app/uploads","readOnly":false}]""", (await Container())["mountPoints"]!);
        Assert.Equal(2, run.All<Efs.MountTarget>().Count);
    }

    [Fact]
    public async Task Task_HasTheSmallestSizeAnd21GiBOfEphemeralStorage()
    {
        var task = (await Run()).Find<Ecs.TaskDefinition>("live-beats-task");

        Assert.Equal(("256", "512", 21.0), (task["cpu"], task["memory"], task["ephemeralStorage.sizeInGib"]));
    }

    [Fact]
    public async Task Cluster_HasContainerInsights() => Assert.Equal("enabled", (await Run()).Single<Ecs.Cluster>()["settings[0].value"]);

    [Fact]
    public async Task DesiredCount_Zero_CreatesNoScaling()
    {
        var (run, service) = await RunWith("desiredCount: 0");

        Assert.Equal(0.0, service["desiredCount"]);
        Assert.DoesNotContain("desiredCount", service.Options.IgnoreChanges);
        var target = run.Single<AppAutoScaling.Target>();
        Assert.Equal((0.0, 0.0), (target["minCapacity"], target["maxCapacity"]));
        Assert.Empty(run.All<AppAutoScaling.Policy>());
        Assert.Empty(run.All<AppAutoScaling.ScheduledAction>());
    }

    [Theory]
    [InlineData("desiredCount: 1")]
    [InlineData("# no desiredCount")]
    public async Task DesiredCount_RaisedFromZero_ChangesOnlyTheScaling(string raised)
    {
        var (empty, _) = await RunWith("desiredCount: 0");
        var (run, service) = await RunWith(raised);

        Assert.Contains("desiredCount", service.Options.IgnoreChanges);
        var target = run.Single<AppAutoScaling.Target>();
        Assert.Equal((1.0, 4.0), (target["minCapacity"], target["maxCapacity"]));
        Assert.Equal(["live-beats-scaling-cpu"], run.Resources.Select(resource => resource.Name).Except(empty.Resources.Select(resource => resource.Name)));
        Assert.Equal(
            [.. InputsOf(empty).Where(inputs => !inputs.StartsWith("live-beats-scaling ", StringComparison.Ordinal) && !inputs.StartsWith("live-beats aws:ecs", StringComparison.Ordinal))],
            InputsOf(run).Where(inputs => !inputs.StartsWith("live-beats-scaling", StringComparison.Ordinal) && !inputs.StartsWith("live-beats aws:ecs", StringComparison.Ordinal)));
    }

    private static Task<StackRun> Run() => KnownStacks.Run("livebeats");

    // The example with another desiredCount.
    private static async Task<(StackRun Run, RegisteredResource Service)> RunWith(string desiredCount)
    {
        const string Shipped = "desiredCount: 1 ";
        var text = await File.ReadAllTextAsync(RepositoryFiles.Path("examples", "live-beats.yaml"));
        Assert.Contains(Shipped, text, StringComparison.Ordinal);
        using var folder = new TemporaryProject(("live-beats.yaml", text.Replace(Shipped, $"{desiredCount} ", StringComparison.Ordinal)));
        var values = StackFile.Read(ProjectFile.Find(RepositoryFiles.Root), "livebeats", "live-beats.yaml", folder.Directory);
        var run = await StackRun.Of(StackConfigLoader.Load(values, "livebeats"), stack: "livebeats");
        return (run, run.Single<Ecs.Service>());
    }

    private static List<string> InputsOf(StackRun run) =>
    [
        .. run.Resources.Where(resource => !resource.IsComponent)
            .Select(resource => $"{resource.Name} {resource.Type} {ResourceAssert.Shown(resource)}"),
    ];

    private static async Task<System.Text.Json.Nodes.JsonNode> Container() =>
        Containers.Named((await Run()).Find<Ecs.TaskDefinition>("live-beats-task"), "live-beats");
}
