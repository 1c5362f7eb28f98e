using Infra.Configuration.Binding;

namespace Infra.Tests.Stack.Keys;

/// <summary>The keys that only the sandbox reads. They change no resource, so no edit of them has an effect on a stack.</summary>
internal static class SandboxKeys
{
    private static readonly string[] Blocks = ["costs", "exceptions"];

    public static bool Contains(string key) => Blocks.Any(block => ConfigKey.IsWithin(key, block));
}
