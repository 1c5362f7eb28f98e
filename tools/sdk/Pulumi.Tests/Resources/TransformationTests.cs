using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class TransformationTests
{
    [Fact]
    public async Task Transformation_SeesResourceArgumentsAndOptions()
    {
        ResourceTransformationArgs? seen = null;
        var args = new ThingArgs();
        var options = new CustomResourceOptions { Protect = true, IgnoreChanges = { "text" } };
        options.ResourceTransformations.Add(transformed =>
        {
            seen = transformed;
            return null;
        });
        await UpdateAsync(() => { _ = new Thing("thing", args, options); });

        Assert.Equal("thing", seen!.Value.Resource.GetResourceName());
        Assert.Same(args, seen.Value.Args);
        Assert.True(seen.Value.Options.Protect);
        Assert.Equal(["text"], seen.Value.Options.IgnoreChanges);
    }

    [Fact]
    public async Task Transformation_CanReplaceTheArguments()
    {
        var options = new CustomResourceOptions();
        options.ResourceTransformations.Add(transformed =>
            new ResourceTransformationResult(new ThingArgs { Text = "replaced" }, transformed.Options));
        var mocks = await UpdateAsync(() => { _ = new Thing("thing", new ThingArgs { Text = "given" }, options); });

        Assert.Equal("replaced", mocks["thing"].Inputs["text"]);
    }

    [Fact]
    public async Task Transformation_CanReplaceTheOptions()
    {
        var options = new CustomResourceOptions();
        options.ResourceTransformations.Add(transformed => new ResourceTransformationResult(
            transformed.Args, new CustomResourceOptions { ImportId = "imported" }));
        var mocks = await UpdateAsync(() => { _ = new Thing("thing", null, options); });

        Assert.Equal("imported", mocks["thing"].Id);
    }

    [Fact]
    public async Task Transformations_RunFromTheResourceOutwards()
    {
        var calls = new List<string>();
        await UpdateAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { ResourceTransformations = { Note(calls, "parent") } });
            _ = new Thing("thing", null, new CustomResourceOptions
            {
                Parent = group,
                ResourceTransformations = { Note(calls, "own") },
            });
        });

        Assert.Equal(["parent group", "own thing", "parent thing"], calls);
    }

    [Fact]
    public async Task TransformationOfTheStack_SeesEveryResource()
    {
        TransformedStack.Calls.Value = [];
        await Deployment.TestAsync<TransformedStack>(new RecordingMocks());

        Assert.Equal(
            ["stack project-stack", "stack group", "stack child", "stack sibling"], TransformedStack.Calls.Value);
    }

    [Fact]
    public async Task Transformation_MustNotChangeTheParent()
    {
        var errors = await FailureAsync(() =>
        {
            var group = new Group("group");
            var options = new CustomResourceOptions();
            options.ResourceTransformations.Add(transformed => new ResourceTransformationResult(
                transformed.Args, new CustomResourceOptions { Parent = group }));
            _ = new Thing("thing", null, options);
        });

        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource.",
            Assert.Single(errors), StringComparison.Ordinal);
    }

    private static ResourceTransformation Note(List<string> calls, string place) => transformed =>
    {
        calls.Add($"{place} {transformed.Resource.GetResourceName()}");
        return null;
    };

    private sealed class TransformedStack : Stack
    {
        public TransformedStack()
            : base(new StackOptions { ResourceTransformations = { Note(Calls.Value!, "stack") } })
        {
            var group = new Group("group");
            _ = new Thing("child", null, new CustomResourceOptions { Parent = group });
            _ = new Thing("sibling");
        }

        public static AsyncLocal<List<string>> Calls { get; } = new();
    }
}
