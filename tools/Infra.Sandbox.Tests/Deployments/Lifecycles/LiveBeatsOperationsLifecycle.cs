using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>
/// The operation of live-beats.yaml: deploy without tasks, push an image, start tasks,
/// rotate a secret, deploy a new revision, add tasks and scaling.
/// </summary>
public sealed partial class LiveBeatsOperationsLifecycle : StackLifecycle
{
    private const string StackName = "staging";
    private const string Cluster = $"live-beats-{StackName}";
    private const string File = $"Pulumi.{StackName}.yaml";
    private const string Ecr = "AmazonEC2ContainerRegistry_V20150921";
    private const string ClientSecret = "/staging/fly-live-beats/live-beats-github-client-secret";

    private const string Manifest = """
        {
          "schemaVersion": 2,
          "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
          "config": {
            "mediaType": "application/vnd.docker.container.image.v1+json",
            "size": 7023,
            "digest": "sha256:b5b2b2c507a0944348e0303114d8d93aaaa081732b86451d9bce1f432a537bc7"
          },
          "layers": []
        }
        """;

    private readonly string _scaling;

    public LiveBeatsOperationsLifecycle()
        : base(StackName, region: "eu-west-2")
    {
        var example = System.IO.File.ReadAllText(RepositoryFiles.Path("examples", "live-beats.yaml"));
        _scaling = ScalingBlock().Match(example).Value;
        Assert.NotEmpty(_scaling);
        var withoutTasks = DesiredCount().Replace(example.Replace(_scaling, ""), "$1 0");
        System.IO.File.WriteAllText(Project.File(File), withoutTasks);
    }

    /// <summary>The service before the image is pushed.</summary>
    internal JsonNode WithoutTasks { get; private set; } = null!;

    /// <summary>The images in the repository after pushing to the output's URL.</summary>
    internal string[] Images { get; private set; } = [];

    internal CommandRun UpOfTasks { get; private set; } = null!;

    internal JsonNode WithTasks { get; private set; } = null!;

    /// <summary>The value of the tasks' parameter after an operator has changed it.</summary>
    internal string ChangedSecret { get; private set; } = "";

    /// <summary>The service after forcing a new deployment.</summary>
    internal JsonNode Replaced { get; private set; } = null!;

    internal CommandRun UpOfVariable { get; private set; } = null!;

    internal JsonNode WithVariable { get; private set; } = null!;

    internal CommandRun UpOfMoreTasks { get; private set; } = null!;

    internal JsonNode WithMoreTasks { get; private set; } = null!;

    internal CommandRun UpOfScaling { get; private set; } = null!;

    /// <summary>The scaling policies; the emulator has no scalable targets.</summary>
    internal JsonNode Policies { get; private set; } = null!;

    internal string DatabaseId { get; private set; } = "";

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        WithoutTasks = await ServiceAsync(probe);
        DatabaseId = (await probe.QueryAsync("rds", "2014-10-31", "DescribeDBInstances")).Value("DBInstanceIdentifier");
    }

    private protected override async Task OperateAsync(EmulatorProbe probe)
    {
        await PushImageAsync(probe);
        await EditAsync(File, "desiredCount: 0", "desiredCount: 1");
        UpOfTasks = await UpAsync();
        WithTasks = await ServiceAsync(probe);
        await ChangeSecretAsync(probe);
        Replaced = (await probe.EcsAsync(
            "UpdateService", $$"""{ "cluster": "{{Cluster}}", "service": "live-beats", "forceNewDeployment": true }"""))["service"]!;
        await EditAsync(File, "POOL_SIZE: \"10\"", "POOL_SIZE: \"5\"");
        UpOfVariable = await UpAsync();
        WithVariable = await ServiceAsync(probe);
        await ScaleAsync(probe);
        await DeleteImageAsync(probe);
    }

    private async Task ScaleAsync(EmulatorProbe probe)
    {
        await EditAsync(File, "desiredCount: 1", "desiredCount: 2");
        UpOfMoreTasks = await UpAsync();
        WithMoreTasks = await ServiceAsync(probe);
        await EditAsync(File, "    volumes:\n", $"{_scaling}    volumes:\n");
        UpOfScaling = await UpAsync();
        Policies = (await probe.CallAsync(
            "application-autoscaling", "AnyScaleFrontendService.DescribeScalingPolicies", """{ "ServiceNamespace": "ecs" }"""))["ScalingPolicies"]!;
    }

    private async Task<CommandRun> UpAsync()
    {
        var run = await RunAsync("up");
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private async Task PushImageAsync(EmulatorProbe probe)
    {
        var repository = RepositoryUrl().Match(FirstUp.Out).Groups[1].Value;
        var image = new JsonObject { ["repositoryName"] = repository, ["imageTag"] = "0.1.0", ["imageManifest"] = Manifest };
        await probe.CallAsync("ecr", $"{Ecr}.PutImage", image.ToJsonString());
        var images = await probe.CallAsync("ecr", $"{Ecr}.ListImages", $$"""{ "repositoryName": "{{repository}}" }""");
        Images = [.. images["imageIds"]!.AsArray().Select(image => $"{repository}:{image!["imageTag"].Text()}")];
    }

    // A repository without deleteWithImages can only be deleted when it is empty.
    private Task DeleteImageAsync(EmulatorProbe probe) => probe.CallAsync("ecr", $"{Ecr}.BatchDeleteImage", $$"""
        { "repositoryName": "{{Images.Single().Split(':')[0]}}", "imageIds": [{ "imageTag": "0.1.0" }] }
        """);

    private async Task ChangeSecretAsync(EmulatorProbe probe)
    {
        foreach (var value in (string[])["placeholder", "of GitHub"])
        {
            await probe.CallAsync(
                "ssm", "AmazonSSM.PutParameter", $$"""{ "Name": "{{ClientSecret}}", "Type": "SecureString", "Value": "{{value}}", "Overwrite": true }""");
        }

        var secrets = (await probe.TaskDefinitionAsync(Cluster))["containerDefinitions"]!.AsArray()
            .Single(container => container!["name"].Text() == "live-beats")!["secrets"]!.AsArray();
        var source = secrets.Single(secret => secret!["name"].Text() == "LIVE_BEATS_GITHUB_CLIENT_SECRET")!["valueFrom"].Text();
        var parameter = await probe.CallAsync(
            "ssm", "AmazonSSM.GetParameter", $$"""{ "Name": "{{source[(source.IndexOf(":parameter", StringComparison.Ordinal) + ":parameter".Length)..]}}", "WithDecryption": true }""");
        ChangedSecret = parameter["Parameter"]!["Value"].Text();
    }

    private static Task<JsonNode> ServiceAsync(EmulatorProbe probe) => probe.ServiceAsync(Cluster, "live-beats");

    [GeneratedRegex(@"^    scaling:\n(?:      .*\n)+", RegexOptions.Multiline)]
    private static partial Regex ScalingBlock();

    [GeneratedRegex(@"^(    desiredCount:) \d+", RegexOptions.Multiline)]
    private static partial Regex DesiredCount();

    [GeneratedRegex("""[0-9]{12}\.dkr\.ecr\.eu-west-2\.amazonaws\.com/([^"\s]+)""")]
    private static partial Regex RepositoryUrl();
}
