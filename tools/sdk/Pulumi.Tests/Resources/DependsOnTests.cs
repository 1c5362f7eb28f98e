using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class DependsOnTests
{
    [Fact]
    public async Task DependsOn_WaitsForTheResource()
    {
        await SecondWaitsForAsync("first", () => new Thing("first"));
    }

    [Fact]
    public async Task DependsOn_WaitsForEverythingInAComponent()
    {
        await SecondWaitsForAsync("grandchild", () =>
        {
            var group = new Group("group");
            var child = new Group("child", new ComponentResourceOptions { Parent = group });
            _ = new Thing("grandchild", null, new CustomResourceOptions { Parent = child });
            return group;
        });
    }

    [Fact]
    public async Task DependsOn_TakesAnOutputOfAResource()
    {
        var mocks = new RecordingMocks { Latency = TimeSpan.FromMilliseconds(10) };
        await UpdateAsync(
            () =>
            {
                var late = new Thing("first").Id.Apply(_ => (Resource)new Thing("made late"));
                _ = new Thing("second", null, new CustomResourceOptions { DependsOn = { late } });
            },
            mocks);

        Assert.Equal(["first", "made late", "second"], mocks.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task FailedDependency_FailsTheRun()
    {
        var mocks = new RecordingMocks { State = args => args.Name == "first" ? throw new FormatException("boom") : args.Inputs };
        var errors = await FailureAsync(
            () => { _ = new Thing("second", null, new CustomResourceOptions { DependsOn = { new Thing("first") } }); }, mocks);

        Assert.Contains(errors, error => error.Contains("boom", StringComparison.Ordinal));
        Assert.Equal(["first"], mocks.Resources.Select(resource => resource.Name));
    }

    private static async Task SecondWaitsForAsync(string awaited, Func<Resource> dependency)
    {
        var finished = new List<string?>();
        var mocks = new RecordingMocks
        {
            Latency = TimeSpan.FromMilliseconds(10),
            Id = args =>
            {
                finished.Add(args.Name);
                return args.Name;
            },
            Arrived = args => Assert.True(args.Name != "second" || finished.Contains(awaited)),
        };
        await UpdateAsync(
            () => { _ = new Thing("second", null, new CustomResourceOptions { DependsOn = { dependency() } }); }, mocks);

        Assert.Equal("second", finished[^1]);
    }
}
