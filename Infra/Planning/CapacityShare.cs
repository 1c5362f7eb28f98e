namespace Infra.Planning;

/// <summary>A capacity provider's part in running tasks.</summary>
internal sealed record CapacityShare(string Provider, int Base, int Weight);
