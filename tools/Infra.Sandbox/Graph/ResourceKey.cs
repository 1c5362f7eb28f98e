namespace Infra.Sandbox.Graph;

/// <summary>What identifies a resource: in one stack, no two resources of a type have the same logical name.</summary>
internal readonly record struct ResourceKey(string Type, string Name)
{
    public override string ToString() => $"{Type}::{Name}";
}
