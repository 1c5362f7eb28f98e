using Infra.Domains;

namespace Infra.Tests.Domains;

public sealed class CertificateNamesTests
{
    public static TheoryData<string[], string[]> Names => new()
    {
        { ["example.com"], ["example.com"] },
        { ["example.com", "*.example.com"], ["example.com"] },
        { ["*.example.com", "example.com"], ["example.com"] },
        { ["example.com", "www.example.com", "*.example.com", "*.www.example.com"], ["example.com", "www.example.com"] },
        { ["b.example.com", "a.example.com"], ["b.example.com", "a.example.com"] },
        { [], [] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void WildcardAndItsParent_ShareOneValidationRecord(string[] names, string[] domains) =>
        Assert.Equal(domains, CertificateNames.ValidationDomains(names));

    [Theory]
    [InlineData("example.com", false, "example.com", "example.com")]
    [InlineData("*.example.com", true, "example.com", "wildcard.example.com")]
    [InlineData("*.a.example.com", true, "a.example.com", "wildcard.a.example.com")]
    public void Name_HasValidationDomainAndSuffix(string name, bool isWildcard, string validationDomain, string suffix)
    {
        Assert.Equal(isWildcard, CertificateNames.IsWildcard(name));
        Assert.Equal(validationDomain, CertificateNames.ValidationDomain(name));
        Assert.Equal(suffix, CertificateNames.Suffix(name));
    }
}
