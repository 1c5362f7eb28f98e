using Infra.Networking;

namespace Infra.Stack;

/// <summary>What every part of a stack stands on.</summary>
internal record Foundation
{
    public required StackContext Context { get; init; }

    public required StackConfig Config { get; init; }

    public required Network Network { get; init; }

    public required SecurityGroups SecurityGroups { get; init; }
}
