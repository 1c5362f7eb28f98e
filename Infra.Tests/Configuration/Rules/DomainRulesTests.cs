namespace Infra.Tests.Configuration.Rules;

public sealed class DomainRulesTests
{
    private const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/1";

    [Theory]
    [InlineData("\"hostedZoneName\":\"example.com\"")]
    [InlineData("\"hostedZoneId\":\"Z0123456789\"")]
    public void EitherZone_IsEnough(string zone) => Assert.Empty(Of(zone));

    [Fact]
    public void NoZone_IsAProblem() => Assert.Equal(
        ["app:domain.hostedZoneName: or hostedZoneId is required: the domain's records need a Route 53 zone"], Of("\"alternativeNames\":[]"));

    [Fact]
    public void BothZones_ExcludeEachOther() => Assert.Equal(
        ["app:domain.hostedZoneName: and hostedZoneId exclude each other; keep one"],
        Of("\"hostedZoneName\":\"example.com\",\"hostedZoneId\":\"Z0123456789\""));

    [Fact]
    public void NamesOutsideTheZone_AreProblems() => Assert.Equal(
        [
            "app:domain.name: shop.example.com is not in the zone ample.com",
            "app:domain.alternativeNames[0]: example.com is not in the zone ample.com",
            "app:domain.alternativeNames[1]: *.example.com is not in the zone ample.com",
        ],
        Of("""
            "hostedZoneName":"ample.com","alternativeNames":["example.com","*.example.com","ample.com","*.ample.com","a.b.ample.com"]
            """));

    [Fact]
    public void NamesOfAZoneKnownById_AreNotChecked() =>
        Assert.Empty(Of("\"hostedZoneId\":\"Z0123456789\",\"alternativeNames\":[\"shop.example.org\"]"));

    [Fact]
    public void WrongAlternativeName_HidesNoOtherProblem() => Assert.Equal(
        [
            "app:domain.alternativeNames[0]: \"WWW.example.com\" is not valid; use a lower-case domain name such as www.example.com or *.example.com",
            "app:domain.name: shop.example.com is not in the zone example.org",
        ],
        Of("\"hostedZoneName\":\"example.org\",\"alternativeNames\":[\"WWW.example.com\"]"));

    [Fact]
    public void AlternativeNameThatIsTheDomain_IsAProblem() => Assert.Equal(
        ["app:domain.alternativeNames[1]: shop.example.com is the domain's name already"],
        Of("\"hostedZoneName\":\"example.com\",\"alternativeNames\":[\"www.example.com\",\"shop.example.com\"]"));

    [Fact]
    public void GivenCertificate_HasNoValidationRecords() => Assert.Equal(
        ["app:domain.certificateArn: needs no validation records; remove overwriteValidationRecords"],
        Of($"\"hostedZoneName\":\"example.com\",\"certificateArn\":\"{Certificate}\",\"overwriteValidationRecords\":true"));

    [Theory]
    [InlineData($"\"certificateArn\":\"{Certificate}\"")]
    [InlineData($"\"certificateArn\":\"{Certificate}\",\"overwriteValidationRecords\":false")]
    [InlineData("\"overwriteValidationRecords\":true")]
    public void CertificateAndOverwriting_AreAcceptedApart(string keys) => Assert.Empty(Of($"\"hostedZoneName\":\"example.com\",{keys}"));

    [Fact]
    public void CertificateOfAnotherRegion_IsAProblem() => Assert.Equal(
        ["app:domain.certificateArn: the certificate is in us-east-1; use one in aws:region eu-central-1"],
        Of("\"hostedZoneName\":\"example.com\",\"certificateArn\":\"arn:aws:acm:us-east-1:123456789012:certificate/1\""));

    private static IReadOnlyList<string> Of(string keys) => Problems.Of(("domain", $$"""{"name":"shop.example.com",{{keys}}}"""));
}
