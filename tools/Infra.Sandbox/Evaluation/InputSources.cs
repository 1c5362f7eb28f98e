using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Finds the resources whose outputs a resource's arguments use. Pulumi orders resources by them, and a symbol does not always
/// show them: a name set by the program is plain text, yet its resource must be created first.
/// </summary>
internal static class InputSources
{
    public static async Task<ImmutableArray<ResourceKey>> OfAsync(ResourceArgs args)
    {
        var found = new HashSet<Resource>();
        await CollectAsync(args, found);
        return
        [
            .. found
                .Where(resource => resource is CustomResource)
                .Select(ResourceRecorder.KeyOf)
                .OrderBy(key => key.ToString(), StringComparer.Ordinal),
        ];
    }

    private static async Task CollectAsync(InputArgs args, HashSet<Resource> found)
    {
        foreach (var (_, argument) in ArgumentReader.SetArguments(args))
        {
            if (ArgumentState.For(argument.GetType()) is { } state)
            {
                found.UnionWith(await state.SourcesAsync(argument));
                await CollectNestedAsync(await state.ValueAsync(argument), found);
            }
            else
            {
                await CollectNestedAsync(argument, found);
            }
        }
    }

    // Nested arguments have their own sources.
    private static async Task CollectNestedAsync(object? value, HashSet<Resource> found)
    {
        if (value is InputArgs args)
        {
            await CollectAsync(args, found);
        }
        else if (value is IEnumerable<InputArgs> items)
        {
            foreach (var item in items)
            {
                await CollectAsync(item, found);
            }
        }
    }
}
