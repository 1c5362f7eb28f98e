namespace Infra.Sandbox.Terraform;

/// <summary>What Terraform calls a resource or a data source.</summary>
internal sealed record TerraformAddress(bool IsData, string Type, string Name)
{
    public override string ToString() => IsData ? $"data.{Type}.{Name}" : $"{Type}.{Name}";
}
