using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class TestRunTests
{
    [Fact]
    public async Task Instance_ReportsTheSettings()
    {
        DeploymentInstance? instance = null;
        var options = new TestOptions
        {
            ProjectName = "shop",
            StackName = "dev",
            OrganizationName = "acme",
            RootDirectory = "/shop",
            IsPreview = false,
        };
        await Deployment.TestAsync(new RecordingMocks(), options, () => { instance = Deployment.Instance; });

        Assert.Equal("shop", instance!.ProjectName);
        Assert.Equal("dev", instance.StackName);
        Assert.Equal("acme", instance.OrganizationName);
        Assert.Equal("/shop", instance.RootDirectory);
        Assert.False(instance.IsDryRun);
    }

    [Fact]
    public async Task Settings_HaveDefaults()
    {
        DeploymentInstance? instance = null;
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { instance = Deployment.Instance; });

        Assert.Equal("project", instance!.ProjectName);
        Assert.Equal("stack", instance.StackName);
        Assert.Equal("organization", instance.OrganizationName);
        Assert.True(instance.IsDryRun);
        Assert.Throws<InvalidOperationException>(() => instance.RootDirectory);
    }

    [Fact]
    public void Instance_OutsideARunFails() => Assert.Throws<InvalidOperationException>(() => Deployment.Instance);

    [Fact]
    public async Task Function_ReturnsItsOutputsAndResourcesWithoutAStack()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Update, () =>
            new Dictionary<string, object?> { ["id"] = new Thing("thing").Id });

        Assert.IsType<Thing>(Assert.Single(resources));
        Assert.Equal("thing-id", await ValueOf(Assert.IsType<Output<string>>(outputs["id"])));
    }

    [Fact]
    public async Task AsynchronousFunction_IsAwaited()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Delay(5);
            _ = new Thing("thing");
            IDictionary<string, object?> result = new Dictionary<string, object?> { ["done"] = true };
            return result;
        });

        Assert.Single(resources);
        Assert.Equal(true, outputs["done"]);
    }

    [Fact]
    public async Task AsynchronousAction_IsAwaited()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Delay(5);
            _ = new Thing("thing");
        });

        Assert.Single(resources);
    }

    [Fact]
    public async Task Run_WaitsForSlowMocks()
    {
        var mocks = new RecordingMocks { Latency = TimeSpan.FromMilliseconds(20) };
        Thing? thing = null;
        await UpdateAsync(() => { thing = new Thing("thing", new ThingArgs { Text = "a" }); }, mocks);

        var value = ValueOf(thing!.Text);
        Assert.True(value.IsCompleted);
        Assert.Equal("a", await value);
    }

    [Fact]
    public async Task Runs_CanBeParallel()
    {
        var runs = Enumerable.Range(0, 10).Select(async number =>
        {
            var mocks = new RecordingMocks { Latency = TimeSpan.FromMilliseconds(5) };
            var options = new TestOptions { StackName = $"stack{number}" };
            var resources = await Deployment.TestAsync(mocks, options, () => { _ = new Thing("thing"); });
            return await ValueOf(Assert.Single(resources).Urn);
        });

        var urns = await Task.WhenAll(runs);
        Assert.Equal(10, urns.Distinct().Count());
    }

    [Fact]
    public async Task RunException_IsShownAsItsMessage()
    {
        var errors = await FailureAsync(() => throw new RunException("stop here"));

        Assert.Equal(["stop here"], errors);
    }

    [Fact]
    public async Task ResourceException_CanHideItsStack()
    {
        var errors = await FailureAsync(() => throw new ResourceException("no such size", null, hideStack: true));

        Assert.Equal(["no such size"], errors);
    }

    [Fact]
    public async Task FailingMock_FailsTheRun()
    {
        var mocks = new RecordingMocks { State = _ => throw new FormatException("unknown type") };
        var errors = await FailureAsync(() => { _ = new Thing("thing"); }, mocks);

        Assert.Contains(errors, error => error.Contains("System.FormatException: unknown type", StringComparison.Ordinal));
    }

    [LocalSdkFact]
    public async Task OneFailure_IsReportedOnceHoweverManyOutputsItPassesThrough()
    {
        var mocks = new RecordingMocks { State = _ => throw new FormatException("unknown type") };
        var errors = await FailureAsync(
            () =>
            {
                var first = new Thing("first");
                _ = new Thing("second", new ThingArgs { Text = first.Text.Apply(text => text + "!") });
            },
            mocks);

        Assert.Single(errors);
    }

    [Fact]
    public async Task FailedRun_DoesNotWaitForWhatWillNeverCome()
    {
        var errors = await FailureAsync(() =>
        {
            _ = new DeferredOutput<string>();
            throw new RunException("stop here");
        });

        Assert.Equal(["stop here"], errors);
    }

    [Fact]
    public async Task LoggedError_FailsTheRun()
    {
        var errors = await FailureAsync(() => Log.Error("not like this"));

        Assert.Equal(["not like this"], errors);
    }

    [Fact]
    public async Task SeveralErrors_AreAllReported()
    {
        var errors = await FailureAsync(() =>
        {
            Log.Error("first");
            Log.Error("second");
        });

        Assert.Equal(["first", "second"], errors.Order());
    }

    [Fact]
    public async Task OtherMessages_DoNotFailTheRun() => await UpdateAsync(() =>
    {
        Log.Debug("debug");
        Log.Info("info", new Thing("thing"));
        Log.Warn("warning");
    });

    [Fact]
    public void Logging_OutsideARunFails() => Assert.Throws<InvalidOperationException>(() => Log.Info("nobody listens"));
}
