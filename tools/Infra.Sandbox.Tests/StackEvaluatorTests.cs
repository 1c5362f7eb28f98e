using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Sandbox.Tests;

public sealed class StackEvaluatorTests
{
    private const string SecretVersion = "aws:secretsmanager/secretVersion:SecretVersion";

    [Fact]
    public async Task Resources_AreInTreeOrder()
    {
        var graph = await Evaluate();

        Assert.Equal(
            """
            pulumi:pulumi:Stack::app-dev
            aws:cloudwatch/logGroup:LogGroup::shop-logs < app-dev
            test:index:Access::shop-access < app-dev
            random:index/randomPassword:RandomPassword::shop-access < shop-access
            aws:secretsmanager/secret:Secret::shop-access < shop-access
            aws:secretsmanager/secretVersion:SecretVersion::shop-access < shop-access
            """,
            string.Join('\n', graph.Resources.Select(node => node.Parent is { } parent ? $"{node.Key} < {parent.Name}" : $"{node.Key}")));
        Assert.Equal([true, false, true, false, false, false], graph.Resources.Select(node => node.IsComponent));
    }

    [Fact]
    public async Task Options_AreRecorded()
    {
        var settings = Find(await Evaluate(), SecretVersion).Settings;

        Assert.Equal(new ResourceKey("aws:cloudwatch/logGroup:LogGroup", "shop-logs"), Assert.Single(settings.DependsOn));
        Assert.True(settings.DeleteBeforeReplace);
        Assert.Equal("secretString", Assert.Single(settings.IgnoreChanges));
        Assert.Equal(TimeSpan.FromMinutes(5), settings.CreateTimeout);
    }

    [Fact]
    public async Task Protection_IsInheritedUnlessOverridden()
    {
        var graph = await Evaluate();

        Assert.True(Find(graph, "aws:secretsmanager/secret:Secret").Settings.Protect);
        Assert.False(Find(graph, SecretVersion).Settings.Protect);
        Assert.False(Find(graph, "aws:cloudwatch/logGroup:LogGroup").Settings.Protect);
    }

    [Fact]
    public async Task Secret_IsMarkedAndKeepsItsSymbol()
    {
        var secret = Assert.IsType<PropertyValue.Secret>(Find(await Evaluate(), SecretVersion).Inputs.Find("secretString"));

        Assert.Equal(new PropertyValue.Text("password=${random:index/randomPassword:RandomPassword::shop-access.result}"), secret.Value);
        Assert.Equal("[secret]", $"{secret}");
    }

    [Fact]
    public async Task Outputs_AreKnownSymbolicOrSecret()
    {
        var outputs = (await Evaluate()).Outputs;

        Assert.Equal("/shop", outputs.Text("logs"));
        Assert.Equal("${aws:cloudwatch/logGroup:LogGroup::shop-logs.arn}", outputs.Text("logsArn"));
        Assert.IsType<PropertyValue.Secret>(outputs.Find("password"));
        Assert.Equal(new PropertyValue.Number(7), outputs.Find("retention"));
        Assert.Equal("shop", outputs.Map("names").Text("secret"));
    }

    [Fact]
    public async Task OutputWithoutAValue_IsOmitted() =>
        Assert.Equal(["logs", "logsArn", "names", "password", "retention"], (await Evaluate()).Outputs.Entries.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task UnknownInput_IsInThePlan()
    {
        var graph = await Evaluate(options => new OneResource(options, () => _ = new CloudWatch.LogGroup("logs", new CloudWatch.LogGroupArgs
        {
            RetentionInDays = Pulumi.Utilities.OutputUtilities.CreateUnknown(7),
            KmsKeyId = Output.Create((string?)null)!,
        })));

        Assert.Equal(["retentionInDays"], Find(graph, "aws:cloudwatch/logGroup:LogGroup").Inputs.Entries.Keys);
    }

    [Fact]
    public async Task Sources_WithoutASymbol_AreFound()
    {
        var graph = await Evaluate(options => new OneResource(options, () =>
        {
            var cluster = new Ecs.Cluster("cluster", new Ecs.ClusterArgs { Name = "shop" });
            var logs = new CloudWatch.LogGroup("logs", new CloudWatch.LogGroupArgs { Name = "/shop" });
            _ = new Ecs.Service("service", new Ecs.ServiceArgs
            {
                Cluster = cluster.Name,
                LoadBalancers = [new Ecs.Inputs.ServiceLoadBalancerArgs { ContainerName = logs.Name, ContainerPort = 80 }],
            });
        }));
        var service = Find(graph, "aws:ecs/service:Service");

        Assert.Empty(service.Inputs.Symbols());
        Assert.Equal(["aws:cloudwatch/logGroup:LogGroup::logs", "aws:ecs/cluster:Cluster::cluster"], service.Sources.Select(source => $"{source}"));
    }

    [Fact]
    public async Task UnknownNumber_InAText_IsASymbol()
    {
        var graph = await Evaluate(options => new OneResource(options, () =>
        {
            var template = new Ec2.LaunchTemplate("template");
            _ = new AutoScaling.Group("group", new AutoScaling.GroupArgs
            {
                MinSize = 0,
                MaxSize = 1,
                LaunchTemplate = new AutoScaling.Inputs.GroupLaunchTemplateArgs { Version = template.LatestVersion.Apply(version => $"{version}") },
            });
        }));

        Assert.Equal(
            "${aws:ec2/launchTemplate:LaunchTemplate::template.latestVersion}",
            Find(graph, "aws:autoscaling/group:Group").Inputs.Map("launchTemplate").Text("version"));
    }

    [Fact]
    public async Task DuplicateTypeAndName_IsAnError()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Evaluate(options => new OneResource(options, () =>
        {
            _ = new CloudWatch.LogGroup("logs");
            _ = new CloudWatch.LogGroup("logs");
        })));

        Assert.Contains("two resources of type aws:cloudwatch/logGroup:LogGroup have the name logs", exception.Message);
    }

    private static Task<ResourceGraph> Evaluate() => Evaluate(options => new SampleStack(options));

    private static Task<ResourceGraph> Evaluate<T>(Func<StackOptions, T> create)
        where T : Pulumi.Stack => StackEvaluator.EvaluateAsync(new TestOptions { ProjectName = "app", StackName = "dev" }, create);

    private static ResourceNode Find(ResourceGraph graph, string type) => Assert.Single(graph.Resources, node => node.Key.Type == type);

    private sealed class OneResource : Pulumi.Stack
    {
        public OneResource(StackOptions options, Action create)
            : base(options) => create();
    }
}
