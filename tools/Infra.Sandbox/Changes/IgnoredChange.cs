using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes;

/// <summary>An input that differs between two graphs, and that the update leaves as it is.</summary>
/// <param name="Key">The resource.</param>
/// <param name="Path">The input in Pulumi's notation.</param>
/// <param name="Reason">A sentence with the reason.</param>
internal sealed record IgnoredChange(ResourceKey Key, string Path, string Reason);
