using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;
using Infra.Tests.Support;

namespace Infra.Tests.Sandbox.Terraform.Support;

/// <summary>
/// What hashicorp/aws 5.100.0 accepts, as <see cref="ProviderSchema.Write"/> writes it. To be made anew when <see cref="TypeMap"/> grows:
/// from the sandbox's cache, or from <c>terraform providers schema -json</c>.
/// </summary>
internal static class AwsSchema
{
    private static readonly Lazy<ProviderSchema> Read = new(() =>
    {
        using var file = File.OpenRead(RepositoryFiles.Path("Infra.Tests", "Sandbox", "Terraform", "aws-5.100.0.schema.json"));
        return ProviderSchema.Read(file);
    });

    public static ProviderSchema Version5 => Read.Value;

    public static BlockSchema Resource(string type) => Version5.Resources[type];
}
