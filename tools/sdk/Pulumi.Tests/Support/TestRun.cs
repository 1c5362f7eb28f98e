namespace Pulumi.Tests;

internal static class TestRun
{
    public static TestOptions Update => new() { IsPreview = false };

    public static TestOptions Preview => new() { IsPreview = true };

    /// <summary>Runs the program as an update and returns what the mocks were asked.</summary>
    public static async Task<RecordingMocks> UpdateAsync(Action program, RecordingMocks? mocks = null)
    {
        mocks ??= new RecordingMocks();
        await Deployment.TestAsync(mocks, Update, program);
        return mocks;
    }

    public static async Task<RecordingMocks> PreviewAsync(Action program, RecordingMocks? mocks = null)
    {
        mocks ??= new RecordingMocks();
        await Deployment.TestAsync(mocks, Preview, program);
        return mocks;
    }

    /// <summary>Declares one resource that the mocks answer with <paramref name="state"/>, and returns it.</summary>
    public static async Task<Thing> ThingWithStateAsync(object state, bool preview = false)
    {
        var mocks = new RecordingMocks { State = _ => state };
        Thing? thing = null;
        await Deployment.TestAsync(
            mocks, new TestOptions { IsPreview = preview }, () => { thing = new Thing("thing"); });
        return thing!;
    }

    /// <summary>The wire inputs of one resource with these arguments.</summary>
    public static async Task<ImmutableDictionary<string, object>> InputsOfAsync(Func<ThingArgs> args, bool preview = false)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(
            mocks, new TestOptions { IsPreview = preview }, () => { _ = new Thing("thing", args()); });
        return mocks["thing"].Inputs;
    }

    /// <summary>All messages that a failing run ends with.</summary>
    public static async Task<string[]> FailureOfAsync(Func<Task> run)
    {
        try
        {
            var exception = await Record.ExceptionAsync(run);
            return exception is AggregateException several
                ? [.. several.InnerExceptions.Cast<RunException>().Select(error => error.Message)]
                : [Assert.IsType<RunException>(exception).Message];
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    public static Task<string[]> FailureAsync(Action program, RecordingMocks? mocks = null) =>
        FailureOfAsync(() => UpdateAsync(program, mocks));

    public static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static Task<bool> IsKnown<T>(Output<T> output) => OutputUtilities.GetIsKnownAsync(output);
}
