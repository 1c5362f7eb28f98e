using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public class StoresTests
{
    [Fact]
    public async Task Stores_NotConfigured_AreNone()
    {
        var (run, stores) = await Create();

        Assert.Equal(new Stores(), stores);
        Assert.DoesNotContain(run.Resources, resource => !resource.IsComponent && resource.Resource is not Ec2.SecurityGroup
            and not Vpc.SecurityGroupIngressRule and not Vpc.SecurityGroupEgressRule);
    }

    [Fact]
    public async Task Stores_Configured_AreAllMade()
    {
        var (run, stores) = await Create(
            ("database", Blocks.Database),
            ("buckets", $$"""{"results":{{Blocks.Bucket}}}"""),
            ("fileSystems", $$"""{"data":{{Blocks.FileSystem}}}"""),
            ("queues", """{"work":{}}"""),
            ("repositories", $$"""{"app":{{Blocks.Repository}}}"""));

        Assert.All(
            new object?[] { stores.Database, stores.Buckets, stores.FileSystems, stores.Queues, stores.Repositories }, Assert.NotNull);
        Assert.Equal("shop-files-data", run.Single<Efs.FileSystem>().Name);
        Assert.All(run.All<Efs.MountTarget>(), target => Assert.Equal(["SecurityGroup:shop-security-file-systems"], target.Strings("securityGroups")));
    }

    [Fact]
    public async Task AccessPoint_OfADirectoryThatSeveralTasksUse_IsOne()
    {
        const string Volumes = """{"data":{"fileSystem":"data","mountPath":"/data"}}""";
        var (run, _) = await Create(
            ("fileSystems", $$"""{"data":{{Blocks.FileSystem}}}"""),
            ("service", $$"""{"volumes":{{Volumes}}}"""),
            ("jobs", $$$"""{"report":{"volumes":{{{Volumes}}}}}"""));

        Assert.Equal("/data", run.Single<Efs.AccessPoint>()["rootDirectory.path"]);
    }

    private static async Task<(StackRun Run, Stores Stores)> Create(params (string Key, string Json)[] changes)
    {
        Stores? stores = null;
        var run = await TestParts.Run(TestConfigs.With(changes), parts => stores = Stores.Create(parts.Foundation));
        return (run, stores!);
    }
}
