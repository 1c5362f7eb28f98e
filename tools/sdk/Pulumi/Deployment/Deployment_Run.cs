namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly string[] _engineVariables =
    [
        "PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK",
        "PULUMI_DRY_RUN", "PULUMI_QUERY_MODE", "PULUMI_PARALLEL",
    ];

    /// <summary>
    /// The entry point of a program that the Pulumi CLI starts. It needs the published packages: these local ones have no
    /// connection to the engine, so each form of it only says what is missing.
    /// </summary>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RefuseAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RefuseAsync();

    public static Task<int> RunAsync(Action action) => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RefuseAsync();

    private static Task<int> RefuseAsync()
    {
        var startedByCli = _engineVariables.All(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
        return Task.FromException<int>(startedByCli
            ? new RunException(
                "This program was built with the local Pulumi packages from tools/sdk/, which cannot talk to the Pulumi engine.\n"
                + "Build it where a NuGet source carries Pulumi 3.112.1: delete the bin and obj directories and "
                + "tools/sdk/feed/*.nupkg, then run `pulumi` again.")
            : new InvalidOperationException(
                "Program run without the Pulumi engine available; re-run using the `pulumi` CLI"));
    }
}
