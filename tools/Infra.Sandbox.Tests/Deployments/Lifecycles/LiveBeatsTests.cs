using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class LiveBeatsTests(LiveBeatsLifecycle lifecycle) : LifecycleTests<LiveBeatsLifecycle>(lifecycle), IClassFixture<LiveBeatsLifecycle>
{
    // The final snapshot.
    private protected override IEnumerable<string> Retained => [$"{Lifecycle.DatabaseId}-final"];

    [SkippableFact]
    public void Uploads_AreMountedThroughTheAccessPointWithEncryption()
    {
        var volume = Lifecycle.TaskDefinition["volumes"]!.AsArray().Single()!["efsVolumeConfiguration"]!;

        Assert.Equal(Lifecycle.AccessPoint["FileSystemId"].Text(), volume["fileSystemId"].Text());
        Assert.Equal("ENABLED", volume["transitEncryption"].Text());
        Assert.Equal(
            (Lifecycle.AccessPoint["AccessPointId"].Text(), "ENABLED"),
            (volume["authorizationConfig"]!["accessPointId"].Text(), volume["authorizationConfig"]!["iam"].Text()));
        Assert.Equal("""{"Gid":65534,"Uid":65534}""", Lifecycle.AccessPoint["PosixUser"]!.ToJsonString());
        Assert.Equal("/app/uploads", Container("live-beats")["mountPoints"]![0]!["containerPath"].Text());
    }

    [SkippableFact]
    public void Migration_MustSucceedBeforeTheApplicationStarts()
    {
        var migration = Container("live-beats-migration");

        Assert.Equal("""["/app/bin/migrate"]""", migration["command"]!.ToJsonString());
        Assert.False(migration["essential"]!.GetValue<bool>());
        Assert.Equal("""[{"containerName":"live-beats-migration","condition":"SUCCESS"}]""", Container("live-beats")["dependsOn"]!.ToJsonString());
    }

    [SkippableFact]
    public void Secrets_AreReferences()
    {
        var secrets = Container("live-beats")["secrets"]!.AsArray()
            .ToDictionary(secret => secret!["name"].Text(), secret => string.Join(':', secret!["valueFrom"].Text().Split(':')[..3]));

        Assert.Equal(
            ["arn:aws:secretsmanager DATABASE_URL", "arn:aws:secretsmanager RELEASE_COOKIE", "arn:aws:ssm SECRET_KEY_BASE"],
            secrets.Where(secret => !secret.Key.StartsWith("LIVE_BEATS_", StringComparison.Ordinal))
                .Select(secret => $"{secret.Value} {secret.Key}").Order(StringComparer.Ordinal));
        Assert.Equal([32, 64], Lifecycle.Secrets.Select(secret => secret.Length));
        Assert.All(Lifecycle.Secrets, secret => Assert.DoesNotContain(secret, Lifecycle.TaskDefinition.ToJsonString()));
    }

    [SkippableFact]
    public void TaskRole_CanListAndDescribeTasks()
    {
        const string Cluster = "arn:aws:ecs:eu-west-2:123456789012:cluster/live-beats-test";

        Assert.Equal(
            $$$"""{"ArnEquals":{"ecs:cluster":"{{{Cluster}}}"}}""",
            Statement("ecs:ListServices", "ecs:ListTasks")["Condition"]!.ToJsonString());
        Assert.Equal(
            $"""["{Cluster.Replace(":cluster/", ":task/", StringComparison.Ordinal)}/*"]""",
            Statement("ecs:DescribeTasks")["Resource"]!.ToJsonString());
    }

    [SkippableTheory]
    [InlineData("4369", "4369")]
    [InlineData("9100", "9155")]
    public void Tasks_AllowPeerPorts(string from, string to)
    {
        var rule = Lifecycle.SecurityGroupRules.Ingress().Single(rule => rule.Value("fromPort") == from);

        Assert.Equal(to, rule.Value("toPort"));
        Assert.Equal(rule.Element("groupId")!.Value, rule.Source());
    }

    [SkippableFact]
    public void LoadBalancer_HasOnlyAnHttpListener() =>
        Assert.Equal(["80 HTTP"], Lifecycle.Listeners.Elements("member").Select(listener => $"{listener.Value("Port")} {listener.Value("Protocol")}"));

    private JsonNode Container(string name) =>
        Lifecycle.TaskDefinition["containerDefinitions"]!.AsArray().Single(container => container!["name"].Text() == name)!;

    private JsonNode Statement(params string[] actions) => Lifecycle.Policy["Statement"]!.AsArray()
        .Single(statement => statement!["Action"]!.AsArray().Select(action => action.Text()).SequenceEqual(actions))!;
}
