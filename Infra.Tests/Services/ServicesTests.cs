using Infra.Services;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Services;

public class ServicesTests
{
    private const string Api = """{"api":{"image":"api:1","containerPort":81,"routing":{"paths":["/api/*"],"priority":100}}}""";

    [Fact]
    public async Task Services_HaveSeparateTasksAndSecurityGroups()
    {
        var run = await ServiceRun.Of("{}", ("services", Api));

        Assert.Equal(["shop", "shop-service-api"], run.All<Ecs.Service>().Select(service => service.Name));
        var api = run.Find<Ecs.Service>("shop-service-api");
        Assert.Equal("shop-api", api["name"]);
        Assert.Equal("arn:TaskDefinition:shop-service-api-task", api["taskDefinition"]);
        Assert.Equal(["SecurityGroup:shop-security-service-api"], api.Strings("networkConfiguration.securityGroups"));
        Assert.Equal("arn:TargetGroup:shop-service-api", api["loadBalancers[0].targetGroupArn"]);
        Assert.Equal("shop-api", api["loadBalancers[0].containerName"]);
        Assert.Equal(81.0, api["loadBalancers[0].containerPort"]);
    }

    [Fact]
    public async Task Task_OfNamedService_HasItsNames()
    {
        var run = await ServiceRun.Of("{}", ("services", Api));

        var definition = run.Find<Ecs.TaskDefinition>("shop-service-api-task");
        Assert.Equal("shop-dev_service-api", definition["family"]);
        Assert.Equal("shop-api", (string?)definition.Json("containerDefinitions")[0]!["name"]);
        Assert.Equal("api:1", (string?)definition.Json("containerDefinitions")[0]!["image"]);
        Assert.Equal("/ecs/shop-dev/service-api", run.Find<CloudWatch.LogGroup>("shop-service-api-task")["name"]);
        Assert.Equal("arn:Role:shop-service-api-task-app", definition["taskRoleArn"]);
    }

    [Fact]
    public async Task Services_ShareLoadBalancer() => Assert.Equal(
        ["shop-lb"], (await ServiceRun.Of("{}", ("services", Api))).All<Lb.LoadBalancer>().Select(loadBalancer => loadBalancer.Name));

    [Fact]
    public async Task NamesByKey_ExcludeMainService()
    {
        var services = await Create(("services", Api));

        Assert.Equal("shop", await OutputUtilities.GetValueAsync(services.Main!.ServiceName));
        var names = await OutputUtilities.GetValueAsync(services.NamesByKey);
        Assert.Equal(["api=shop-api"], names.Select(name => $"{name.Key}={name.Value}"));
    }

    [Fact]
    public async Task Services_ShareSignIn()
    {
        var run = await ServiceRun.Of("{}", ("services", Api), ("domain", Blocks.Domain), ("authentication", Blocks.UserPool));

        Assert.Equal("shop-users", run.Single<Cognito.UserPool>().Name);
        Assert.All(run.All<Lb.ListenerRule>(), rule => Assert.Equal("arn:UserPool:shop-users", rule["actions[0].authenticateCognito.userPoolArn"]));
    }

    private static async Task<StackServices> Create(params (string Key, string Json)[] changes)
    {
        StackServices? services = null;
        var config = TestConfigs.With(changes);
        await TestParts.Run(config, parts => services = new StackServices(config.AllServices, parts.Services));
        return services!;
    }
}
