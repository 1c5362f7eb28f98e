using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class UrnTests
{
    [Fact]
    public async Task Urn_NamesStackProjectTypeAndName()
    {
        Thing? thing = null;
        await UpdateAsync(() => { thing = new Thing("thing"); });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::thing", await ValueOf(thing!.Urn));
    }

    [Fact]
    public async Task Urn_OfANestedResourceNamesOnlyTheRootsType()
    {
        Thing? thing = null;
        await UpdateAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            thing = new Thing("thing", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::thing", await ValueOf(thing!.Urn));
    }

    [Fact]
    public async Task Urn_OfTheStackHasItsOwnForm()
    {
        var options = new TestOptions { ProjectName = "shop", StackName = "dev" };
        var resources = await Deployment.TestAsync<EmptyStack>(new RecordingMocks(), options);

        var stack = Assert.IsType<EmptyStack>(Assert.Single(resources));
        Assert.Equal("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", await ValueOf(stack.Urn));
        Assert.Equal("shop-dev", stack.GetResourceName());
        Assert.Equal("pulumi:pulumi:Stack", stack.GetResourceType());
    }

    [Fact]
    public async Task Urn_IsKnownInAPreview()
    {
        Thing? thing = null;
        await PreviewAsync(() => { thing = new Thing("thing"); });

        Assert.True(await IsKnown(thing!.Urn));
    }

    private sealed class EmptyStack : Stack;
}
