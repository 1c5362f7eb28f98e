namespace Infra.Sandbox.Graph;

/// <summary>Identifies a resource in its stack: no two resources of one type have the same logical name.</summary>
internal readonly record struct ResourceKey(string Type, string Name)
{
    public override string ToString() => $"{Type}::{Name}";
}
