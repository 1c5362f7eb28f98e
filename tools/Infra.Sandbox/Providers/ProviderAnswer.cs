using System.Collections.Immutable;

namespace Infra.Sandbox.Providers;

/// <summary>The provider's plan for one resource.</summary>
internal sealed record ProviderAnswer
{
    public required ProviderAction Action { get; init; }

    /// <summary>The attributes that change, except for those that AWS computes.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>The paths of the attributes that force a replacement, without indexes: <c>volume.name</c>.</summary>
    public ImmutableArray<string> Forcing { get; init; } = [];

    /// <summary>The attributes whose values are only known after the change.</summary>
    public ImmutableHashSet<string> Unknown { get; init; } = [];

    /// <summary>The changes that this version of the provider cannot see, because it does not know the inputs.</summary>
    public ImmutableArray<string> UnknownInputs { get; init; } = [];

    /// <summary>The reasons for which it rejects the configuration or the change.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];
}

/// <summary>The provider's operation on a resource.</summary>
internal enum ProviderAction
{
    None,
    Create,
    Update,
    Replace,
    Delete,

    /// <summary>The provider rejects it.</summary>
    Reject,
}
