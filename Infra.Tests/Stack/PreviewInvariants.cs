using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>A preview knows nothing that only AWS knows, and must still show everything that will be made.</summary>
public class PreviewInvariants
{
    [Theory]
    [EveryStack]
    public async Task Preview_OfAStack_HasTheSameResources(string stack)
    {
        var (preview, real) = (await KnownStacks.Preview(stack), await KnownStacks.Run(stack));

        Assert.NotEmpty(real.Resources);
        Assert.Equal(Inventory(real), Inventory(preview));
    }

    [Theory]
    [EveryStack]
    public async Task Preview_OfAStack_KnowsNoIds(string stack)
    {
        var (config, preview) = (KnownStacks.Config(stack), await KnownStacks.Preview(stack));
        var rules = preview.All<Lb.ListenerRule>().Where(rule => rule.Name.Contains("-rules-", StringComparison.Ordinal)).ToList();

        Assert.Equal(config.AllServices.Count, preview.All<Ecs.Service>().Count);
        Assert.All(preview.All<Ecs.Service>(), service => Assert.False(service.Has("taskDefinition")));
        Assert.Equal(config.HasWeb, rules.Count > 0);
        Assert.All(rules, rule => Assert.False(rule.Has("actions")));
    }

    // A function such as aws:ecs/getTaskExecution would run a task at each preview.
    [Theory]
    [EveryStack]
    public async Task Preview_OfAStack_AsksOnlyWhatChangesNothing(string stack)
    {
        string[] harmless = ["getCallerIdentity", "getZone", "getVpc", "getAvailabilityZones", "getSubnet", "getRouteTable", "getInternetGateway", "getLoadBalancer", "getListener"];
        var calls = (await KnownStacks.Preview(stack)).Calls;

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Contains(call.Token!.Split(':')[^1], harmless));
    }

    private static IEnumerable<string> Inventory(StackRun run) =>
        run.Resources.Select(resource => $"{resource.Type} {resource.Name} {resource.Parent}");
}
