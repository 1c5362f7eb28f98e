namespace Infra.Sandbox.Terraform;

/// <summary>Where a document is to be applied.</summary>
/// <param name="Region">The AWS region.</param>
/// <param name="Endpoint">The emulator; none for mocks, and for documents that are only looked at.</param>
/// <param name="ProviderVersionConstraint">Which versions of the provider may be used; any if none is given.</param>
internal sealed record TerraformTarget(string Region, Uri? Endpoint = null, string? ProviderVersionConstraint = null);
