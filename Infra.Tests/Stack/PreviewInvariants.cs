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
        var preview = await KnownStacks.Preview(stack);

        Assert.False(preview.All<Lb.Listener>()[0].Has("loadBalancerArn"));
        Assert.False(preview.Single<Ecs.Service>().Has("taskDefinition"));
    }

    private static IEnumerable<string> Inventory(StackRun run) =>
        run.Resources.Select(resource => $"{resource.Type} {resource.Name} {resource.Parent}");
}
