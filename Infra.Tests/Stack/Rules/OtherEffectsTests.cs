using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

/// <summary>Keys of tasks, jobs, data and alarms that do something only beside others.</summary>
public sealed class OtherEffectsTests
{
    private static readonly (string Key, string Json) Nat = ("network", """{"natGateways":"single"}""");
    private static readonly (string Key, string Json) UsesDatabase = ("service", """{"uses":["database"]}""");

    [Theory]
    [InlineData("private", "warned: app:service.networkMode: host gives containers the instance role and access to every open port of the instance; "
        + "use awsvpc unless they need the instance's network")]
    [InlineData("public", "refused: app:service.subnets: has no effect with networkMode host, where tasks use the subnets of their instance; "
        + "use the value of cluster.instances.<name>.subnets")]
    public void Subnets_InTheNetworkOfTheInstances_AreTheirs(string subnets, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(
            Nat, Instances("{}"),
            ("service", $$$"""{"subnets":"{{{subnets}}}","networkMode":"host","capacityProviders":{"big":{"weight":1}} }""")));

    [Theory]
    [InlineData("""{"minimumInstances":2,"targetCapacityPercent":80}""", null)]
    [InlineData("""{"minimumInstances":4,"targetCapacityPercent":80}""",
        "warned: app:cluster.instances.big.targetCapacityPercent: has no effect: minimumInstances and maximumInstances are both 4")]
    public void TargetCapacity_OfAFixedNumber_IsWarnedAbout(string instances, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(Nat, Instances(instances), ("service", """{"subnets":"private","capacityProviders":{"big":{"weight":1}}}""")));

    [Theory]
    [InlineData("uid")]
    [InlineData("gid")]
    public void Owner_OfScratchSpace_IsRefused(string key)
    {
        Assert.Equal(
            [$"refused: app:service.volumes.tmp.{key}: requires fileSystem: scratch space belongs to the container's user"],
            Answers.Of(("service", $$$"""{"volumes":{"tmp":{"mountPath":"/tmp","{{{key}}}":1000}} }""")));
        Assert.Empty(Answers.Of(
            ("fileSystems", $$$"""{"files":{{{Blocks.FileSystem}}}}"""),
            ("service", $$$"""{"volumes":{"tmp":{"mountPath":"/tmp","fileSystem":"files","{{{key}}}":1000}} }""")));
    }

    [Theory]
    [InlineData("""{"weight":0}""", "warned: app:service.capacityProviders.FARGATE_SPOT: runs no tasks: weight and base are both 0")]
    [InlineData("""{"weight":0,"base":1}""", null)]
    [InlineData("""{"weight":1}""", null)]
    public void CapacityProvider_WithoutShare_IsWarnedAbout(string spot, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("service", $$$"""{"capacityProviders":{"FARGATE":{"weight":1},"FARGATE_SPOT":{{{spot}}}}}""")));

    [Theory]
    [InlineData("false", "warned: app:cluster.execLogRetentionDays: has no effect: no service or job has exec")]
    [InlineData("true", null)]
    public void ExecLog_OfTasksWithoutExec_IsWarnedAbout(string exec, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(
            ("cluster", """{"containerInsights":"disabled","execLogRetentionDays":30}"""),
            ("jobs", $$$"""{"tidy":{"exec":{{{exec}}}}}""")));

    [Theory]
    [InlineData("cron(0 3 * * ? *)", null)]
    [InlineData("at(2030-01-01T03:00:00)", null)]
    [InlineData("rate(2 hours)", "is for cron(…) and at(…): rate(2 hours) is the same in every time zone")]
    public void TimeZone_OfARate_IsRefused(string expression, string? problem)
    {
        Assert.Equal(
            Answers.Expected(problem is null ? null : $"refused: app:jobs.tidy.schedule.timeZone: {problem}"),
            Answers.Of(("jobs", $$$"""{"tidy":{"schedule":{"expression":"{{{expression}}}","timeZone":"Europe/Berlin"}} }""")));
        Assert.Equal(
            Answers.Expected(problem is null ? null : $"refused: app:service.scaling.schedules.day.timeZone: {problem}"),
            Answers.Of(("service", $$"""
                {"scaling":{"minimumTasks":1,"maximumTasks":2,"schedules":{
                  "day":{"expression":"{{expression}}","timeZone":"Europe/Berlin","minimumTasks":1,"maximumTasks":1}
                } } }
                """)));
    }

    [Theory]
    [InlineData("""{"backupRetentionDays":1,"backupWindow":"01:00-02:00"}""", null)]
    [InlineData("""{"backupRetentionDays":0,"backupWindow":"01:00-02:00"}""",
        "warned: app:database.backupWindow: has no effect: backupRetentionDays 0 turns automated backups off")]
    [InlineData("""{"logRetentionDays":7}""", "refused: app:database.logRetentionDays: needs logExports: without it no log is sent to CloudWatch")]
    [InlineData("""{"logRetentionDays":7,"logExports":[]}""", null)]
    [InlineData("""{"logRetentionDays":7,"logExports":["postgresql"]}""", null)]
    public void Database_KeysOfWhatIsOff_AreAnswered(string database, string? answer) =>
        Assert.Equal(Answers.Expected(answer), Answers.Of(("database", Blocks.Database), ("database", database), UsesDatabase));

    [Theory]
    [InlineData("{}", "warned: app:secretRecoveryWindowDays: has no effect: the stack creates no secrets")]
    [InlineData("""{"secrets":{"A":{"ssmParameter":"/a"}}}""", "warned: app:secretRecoveryWindowDays: has no effect: the stack creates no secrets")]
    [InlineData("""{"secrets":{"A":{"generatedLength":32}}}""", null)]
    public void RecoveryWindow_WithoutSecrets_IsWarnedAbout(string service, string? answer) =>
        Assert.Equal(Answers.Expected(answer), Answers.Of(("secretRecoveryWindowDays", "7"), ("service", service)));

    [Theory]
    [InlineData("serverErrorsPercent", "2", "this stack creates no target group for HTTP")]
    [InlineData("responseTimeSeconds", "1", "this stack creates no target group for HTTP")]
    [InlineData("unhealthyTasks", "true", "this stack creates no target group for HTTP")]
    [InlineData("loadBalancerErrorsPerFiveMinutes", "5", "no service is behind an application load balancer")]
    [InlineData("deadLetters", "true", "this stack has no queues, and no job with a schedule or an event")]
    public void Alarm_OnWhatIsNotThere_IsWarnedAbout(string alarm, string value, string reason)
    {
        var alarms = ("alarms", $$"""{"{{alarm}}":{{value}}}""");

        Assert.Equal([$"warned: app:alarms.{alarm}: has no effect: {reason}"], Answers.Of(alarms, ("service", """{"containerPort":null}""")));
        Assert.Empty(Answers.Of(
            alarms, ("database", Blocks.Database), UsesDatabase, ("jobs", """{"tidy":{"schedule":{"expression":"rate(1 day)"}}}""")));
    }

    private static (string Key, string Json) Instances(string changes) => ("cluster", $$$"""
        {"containerInsights":"disabled","instances":{"big":{"instanceType":"m7i.large","maximumInstances":4,"subnets":"private"{{{Inner(changes)}}}} } }
        """);

    private static string Inner(string block) => block == "{}" ? "" : $",{block[1..^1]}";
}
