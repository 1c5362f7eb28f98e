namespace Infra.Sandbox.Terraform;

/// <summary>Where a document is to be applied.</summary>
/// <param name="Region">The AWS region.</param>
/// <param name="Endpoint">The emulator; none for mocks, and for documents that are only looked at.</param>
internal sealed record TerraformTarget(string Region, Uri? Endpoint = null);
