using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// What an <see cref="Output{T}"/> resolves to: the value and everything Pulumi tracks about it. A class, because tasks of
/// structs are compiled anew for every program, and tasks of objects come compiled with .NET.
/// </summary>
internal sealed class OutputData<T>(T value, bool isKnown, bool isSecret, ImmutableHashSet<Resource> resources)
{
    public T Value { get; } = value;
    public bool IsKnown { get; } = isKnown;
    public bool IsSecret { get; } = isSecret;
    public ImmutableHashSet<Resource> Resources { get; } = resources;

    public OutputData<T> WithSecret(bool isSecret) => new(Value, IsKnown, isSecret, Resources);
}

internal static class OutputData
{
    public static readonly ImmutableHashSet<Resource> NoResources = [];

    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(value, true, isSecret, NoResources);

    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> first, ImmutableHashSet<Resource> second) =>
        first.IsEmpty || ReferenceEquals(first, second) ? second : second.IsEmpty ? first : first.Union(second);
}
