using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// The DNS validation records of certificates. Pulumi has a list in the order of the certificate's domains; Terraform has a
/// set, whose items are found by their domain.
/// </summary>
internal static class CertificateReferences
{
    public const string Type = "aws_acm_certificate";
    public const string Attribute = "domain_validation_options";

    private const string Options = "domainValidationOptions";

    /// <summary>The expression for a validation record; null for other properties.</summary>
    public static string? Expression(TerraformAddress address, SymbolPath path, ResourceNode? certificate, Func<string, string> quote) =>
        address is { IsData: false, Type: Type }
        && certificate is not null
        && path.Steps is [{ Name: Options, Index: { } index }, var property]
        && Member(property.Name) is { } member
        && Domains(certificate).ElementAtOrDefault(index) is { } domain
            ? $"one([for option in {address}.{Attribute} : option.{member} if option.domain_name == {quote(domain)}])"
            : null;

    /// <summary>The distinct domains of a certificate.</summary>
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
