using Infra.Components;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Components;

public class ClusterTests
{
    [Theory]
    [InlineData("disabled")]
    [InlineData("enabled")]
    [InlineData("enhanced")]
    public async Task Cluster_ContainerInsights_AreWhatTheConfigurationSays(string insights) => ResourceAssert.Inputs(
        $$"""{"name":"shop-dev","settings":[{"name":"containerInsights","value":"{{insights}}"}]}""", (await Run(insights)).Single<Ecs.Cluster>());

    [Fact]
    public async Task Cluster_CapacityProviders_AreFargateAndItsSpareCapacity()
    {
        var run = await Run("disabled");

        ResourceAssert.Kinds(run, "Cluster", "ClusterCapacityProviders");
        ResourceAssert.Inputs(
            """{"clusterName":"shop-dev","capacityProviders":["FARGATE","FARGATE_SPOT"]}""", run.Single<Ecs.ClusterCapacityProviders>());
    }

    [Fact]
    public async Task Cluster_Outputs_AreItsArnAndName()
    {
        var cluster = (await Run("disabled")).Component<Cluster>();

        Assert.Equal("arn:Cluster:shop-cluster", await OutputUtilities.GetValueAsync(cluster.Arn));
        Assert.Equal("shop-dev", await OutputUtilities.GetValueAsync(cluster.ClusterName));
    }

    private static Task<StackRun> Run(string insights) =>
        Parts.Run(TestConfigs.With(("cluster", $$"""{"containerInsights":"{{insights}}"}""")), parts => _ = parts.Cluster);
}
