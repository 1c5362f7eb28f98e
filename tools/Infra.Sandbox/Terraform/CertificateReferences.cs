using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// The records that prove that a domain is one's own. Pulumi lists them in the order of the certificate's domains; Terraform has a
/// set, in which each must be found by its domain.
/// </summary>
internal static class CertificateReferences
{
    public const string Type = "aws_acm_certificate";
    public const string Attribute = "domain_validation_options";

    private const string Options = "domainValidationOptions";

    /// <summary>The expression for one of a certificate's records; none for other properties.</summary>
    public static string? Expression(TerraformAddress address, SymbolPath path, ResourceNode? certificate, Func<string, string> quote) =>
        address is { IsData: false, Type: Type }
        && certificate is not null
        && path.Steps is [{ Name: Options, Index: { } index }, var property]
        && Member(property.Name) is { } member
        && Domains(certificate).ElementAtOrDefault(index) is { } domain
            ? $"one([for option in {address}.{Attribute} : option.{member} if option.domain_name == {quote(domain)}])"
            : null;

    /// <summary>The domains of a certificate, each once.</summary>
    public static IEnumerable<string> Domains(ResourceNode certificate) =>
        new[] { certificate.Inputs.Text("domainName") }
            .OfType<string>()
            .Concat(certificate.Inputs.Texts("subjectAlternativeNames"))
            .Distinct();

    private static string? Member(string property) => property switch
    {
        "domainName" => "domain_name",
        "resourceRecordName" => "resource_record_name",
        "resourceRecordType" => "resource_record_type",
        "resourceRecordValue" => "resource_record_value",
        _ => null,
    };
}
