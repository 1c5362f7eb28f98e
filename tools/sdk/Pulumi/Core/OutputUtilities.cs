using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs. For tests and tools; a program should stay inside <c>Apply</c>.</summary>
public static class OutputUtilities
{
    /// <summary>The value once it is resolved, or the type's default when it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) =>
        (await output.DataTask.ConfigureAwait(false)).IsKnown;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.DataTask.ConfigureAwait(false)).Resources;

    public static Output<T> CreateUnknown<T>(T value) => Output.Unknown(value);

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) =>
        Output.Unknown(default(ValueTuple)).Apply(_ => valueFactory());

    /// <summary>The same output, which now also waits for and depends on <paramref name="resource"/>.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) => new(WithDependencyAsync(output, resource));

    private static async Task<OutputData<T>> WithDependencyAsync<T>(Output<T> output, Resource resource)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return new OutputData<T>(data.Value, data.IsKnown, data.IsSecret, data.Resources.Add(resource));
    }
}
