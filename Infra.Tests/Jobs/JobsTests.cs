using Infra.Jobs;
using Infra.Services;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Jobs;

public class JobsTests
{
    private const string OnUpload = """{"event":{"bucket":"uploads"}}""";

    private static readonly (string Key, string Json) Buckets = ("buckets", $$"""{"uploads":{{Blocks.Bucket}},"results":{{Blocks.Bucket}}}""");

    [Fact]
    public async Task Job_WithoutAnImage_RunsTheImageOfTheService()
    {
        var run = await Run("""{"report":{"command":["report"]},"import":{"image":"import:2"}}""");

        Assert.Equal("nginx:1.29", Container(run, "shop-job-report-task", "image"));
        Assert.Equal("import:2", Container(run, "shop-job-import-task", "image"));
    }

    [Fact]
    public async Task Job_HasItsOwnTaskDefinitionAndNoPorts()
    {
        var run = await Run("""{"report":{"command":["report"]}}""");

        Assert.Equal("shop-dev_job-report", run.Single<Ecs.TaskDefinition>()["family"]);
        Assert.Equal("/ecs/shop-dev/job-report", run.Single<CloudWatch.LogGroup>()["name"]);
        Assert.Equal("shop-job-report", Container(run, "shop-job-report-task", "name"));
        Assert.Equal("[]", run.Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!["portMappings"]!.ToJsonString());
        Assert.Empty(run.All<Ecs.Service>());
    }

    [Fact]
    public async Task Job_WithoutATrigger_HasNoScheduleAndNoRule()
    {
        var run = await Run("""{"report":{}}""");

        Assert.Empty(run.All<Scheduler.Schedule>());
        Assert.Empty(run.All<CloudWatch.EventRule>());
    }

    [Fact]
    public async Task Triggers_DependOnEverythingThatTasksNeed()
    {
        var run = await Run($$$"""{"report":{"schedule":{"expression":"rate(1 day)"}},"import":{{{OnUpload}}}}""", Buckets);

        string[] needed = ["shop-network", "shop-security", "shop-cluster"];
        Assert.Equal(needed, await run.Single<JobSchedule>().DependsOn());
        Assert.Equal(needed, await run.Single<JobEvent>().DependsOn());
        Assert.Equal("arn:TaskDefinition:shop-job-report-task", run.Single<Scheduler.Schedule>()["target.ecsParameters.taskDefinitionArn"]);
        Assert.Equal("arn:TaskDefinition:shop-job-import-task", run.Single<CloudWatch.EventTarget>()["ecsTarget.taskDefinitionArn"]);
    }

    [Fact]
    public async Task Bucket_OfSeveralJobs_HasOneNotification()
    {
        var run = await Run($$"""{"import":{{OnUpload}},"shrink":{{OnUpload}}}""", Buckets);

        Assert.Equal("shop-bucket-events-uploads", run.Single<S3.BucketNotification>().Name);
        Assert.Equal("shop-buckets-uploads-bucket", run.Single<S3.BucketNotification>()["bucket"]);
    }

    [Fact]
    public async Task Job_OnInstances_UsesTheirCapacityProviderAndNoPublicAddress()
    {
        var run = await Run(
            """{"report":{"subnets":"private","capacityProviders":{"big":{"weight":1}},"schedule":{"expression":"rate(1 day)"}}}""",
            ("network", """{"natGateways":"single"}"""),
            ("cluster", $$$"""{"containerInsights":"disabled","instances":{"big":{{{Blocks.Instances}}}}}"""));

        var parameters = run.Single<Scheduler.Schedule>();
        Assert.Equal("ec2-shop-dev_big", parameters["target.ecsParameters.capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal(false, parameters["target.ecsParameters.networkConfiguration.assignPublicIp"]);
        Assert.Equal(["SecurityGroup:shop-security-job-report"], parameters.Strings("target.ecsParameters.networkConfiguration.securityGroups"));
        Assert.Equal(["subnet-0b100000", "subnet-0b200000"], parameters.Strings("target.ecsParameters.networkConfiguration.subnets"));
    }

    [Fact]
    public async Task RunCommands_CoverJobsAndMigrations()
    {
        Pulumi.Output<System.Collections.Immutable.ImmutableDictionary<string, string>>? commands = null;
        var config = TestConfigs.With(
            ("service", """{"migration":{"command":["migrate"]}}"""),
            ("services", """{"worker":{"image":"worker:1","migration":{"command":["migrate"]}}}"""),
            ("jobs", """{"report":{}}"""));
        await TestParts.Run(config, parts =>
        {
            var services = new StackServices(config.AllServices, parts.Services);
            commands = new StackJobs(config.AllJobs, new JobHost { Tasks = parts.Tasks }).RunCommands(parts.Context, services.Migrations);
        });

        var known = await OutputUtilities.GetValueAsync(commands!);
        Assert.Equal(["report", "service.migration", "services.worker.migration"], known.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("--task-definition arn:TaskDefinition:shop-job-report-task ", known["report"], StringComparison.Ordinal);
        Assert.Contains("--task-definition arn:TaskDefinition:shop-service-worker-task-migration ", known["services.worker.migration"], StringComparison.Ordinal);
    }

    private static string? Container(StackRun run, string definition, string key) =>
        (string?)run.Find<Ecs.TaskDefinition>(definition).Json("containerDefinitions")[0]![key];

    private static Task<StackRun> Run(string jobs, params (string Key, string Json)[] changes) =>
        TestParts.Run(TestConfigs.With([("jobs", jobs), .. changes]), parts => _ = new StackJobs(
            parts.Config.AllJobs, new JobHost { Tasks = parts.Tasks, Buckets = parts.Buckets, Queues = parts.Queues }));
}
