using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Finds the resources that the arguments of another come from. Pulumi orders resources by that, and a symbol does not always
/// tell: a name that the program gave is a plain text, and still the resource of that name must be there first.
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

    // Arguments inside arguments have sources of their own.
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
