using Infra.Configuration.Binding;
using Infra.Stack;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Origins;

/// <summary>Shortens a key to the block that an operator thinks of: <c>app:services.web.scaling</c> to <c>app:services.web</c>.</summary>
internal static class KeyBlock
{
    private static readonly HashSet<string> Maps =
    [
        Key(stack => stack.Services).Text,
        Key(stack => stack.Jobs).Text,
        Key(stack => stack.Buckets).Text,
        Key(stack => stack.Queues).Text,
        Key(stack => stack.FileSystems).Text,
        Key(stack => stack.Repositories).Text,
        Key(stack => stack.Cluster.Instances).Text,
    ];

    /// <param name="key">A key with its namespace.</param>
    public static string Of(string key)
    {
        var start = key.IndexOf(':', StringComparison.Ordinal) + 1;
        var path = key[start..];
        var map = Maps.FirstOrDefault(candidate => ConfigKey.IsWithin(path, candidate));
        return key[..start] + (map is null ? ConfigKey.Block(path) : Entry(path, map.Length));
    }

    private static string Entry(string path, int mapLength)
    {
        if (path.Length == mapLength)
        {
            return path;
        }

        var end = path.AsSpan(mapLength + 1).IndexOfAny('.', '[');
        return end < 0 ? path : path[..(mapLength + 1 + end)];
    }
}
