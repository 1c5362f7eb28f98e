using Infra.Clusters;
using Infra.Tasks;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Clusters;

public class ClusterTests
{
    [Theory]
    [InlineData("disabled")]
    [InlineData("enabled")]
    [InlineData("enhanced")]
    public async Task ContainerInsights_BecomeASettingOfTheCluster(string insights) => ResourceAssert.Inputs(
        $$"""{"name":"shop-dev","settings":[{"name":"containerInsights","value":"{{insights}}"}]}""", (await Run(insights)).Single<Ecs.Cluster>());

    [Fact]
    public async Task CapacityProviders_ByDefault_AreFargateAndFargateSpot()
    {
        var run = await Run("disabled");

        ResourceAssert.Kinds(run, "Cluster", "ClusterCapacityProviders");
        ResourceAssert.Inputs(
            """{"clusterName":"shop-dev","capacityProviders":["FARGATE","FARGATE_SPOT"]}""", run.Single<Ecs.ClusterCapacityProviders>());
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
    [Fact]
    public async Task Cluster_WithExec_LogsSessionsToASeparateLogGroup()
    {
        var run = await TestParts.Run(
            TestConfigs.With(("cluster", """{"containerInsights":"disabled","execLogRetentionDays":14}"""), ("service", """{"exec":true}""")),
            parts => _ = parts.Cluster);

        ResourceAssert.Inputs("""{"name":"/ecs-exec/shop-dev","retentionInDays":14}""", run.Single<CloudWatch.LogGroup>());
        Assert.Equal("OVERRIDE", run.Single<Ecs.Cluster>()["configuration.executeCommandConfiguration.logging"]);
        Assert.Equal(
            run.Single<CloudWatch.LogGroup>()["name"],
            run.Single<Ecs.Cluster>()["configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName"]);
    }

    [Fact]
    public async Task Outputs_AreArnAndName()
    {
        var cluster = (await Run("disabled")).Component<Cluster>();

        Assert.Equal("arn:Cluster:shop-cluster", await OutputUtilities.GetValueAsync(cluster.Arn));
        Assert.Equal("shop-dev", await OutputUtilities.GetValueAsync(cluster.ClusterName));
    }

    [Fact]
    public async Task CapacityProviders_WithInstances_IncludeThem()
    {
        var run = await RunWithInstances("big", "arm");

        Assert.Equal(["shop-cluster-arm", "shop-cluster-big"], run.All<InstanceCapacity>().Select(instances => instances.Name));
        Assert.All(run.All<InstanceCapacity>(), instances => Assert.Equal("shop-cluster", instances.Parent));
        Assert.Equal(
            ["FARGATE", "FARGATE_SPOT", "ec2-shop-dev_arm", "ec2-shop-dev_big"],
            run.Single<Ecs.ClusterCapacityProviders>().Strings("capacityProviders"));
    }

    [Theory]
    [InlineData("FARGATE", "FARGATE")]
    [InlineData("FARGATE_SPOT", "FARGATE_SPOT")]
    [InlineData("big", "ec2-shop-dev_big")]
    public void CapacityShare_HasTheNameOfTheCapacityProvider(string name, string expected)
    {
        var task = new TaskConfig { CapacityProviders = new Dictionary<string, CapacityProviderConfig> { [name] = new() { Weight = 2, Base = 1 } } };

        Assert.Equal([new CapacityShare(expected, 1, 2)], TaskCapacity.SharesOf(task, new ResourceNames("shop", "dev")));
    }

    private static Task<StackRun> RunWithInstances(params string[] keys)
    {
        var instances = string.Join(',', keys.Select(key => $"\"{key}\":{Blocks.Instances}"));
        return TestParts.Run(
            TestConfigs.With(("network", """{"natGateways":"single"}"""), ("cluster", $$$"""{"containerInsights":"disabled","instances":{ {{{instances}}} } }""")),
            parts => _ = parts.Cluster);
    }

    private static Task<StackRun> Run(string insights) =>
        TestParts.Run(TestConfigs.With(("cluster", $$"""{"containerInsights":"{{insights}}"}""")), parts => _ = parts.Cluster);
}
