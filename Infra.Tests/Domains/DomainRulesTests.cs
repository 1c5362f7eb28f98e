using Infra.Tests.Support;

namespace Infra.Tests.Domains;

public sealed class DomainRulesTests
{
    private const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/1";

    [Theory]
    [InlineData("\"hostedZoneName\":\"example.com\"")]
    [InlineData("\"hostedZoneId\":\"Z0123456789\"")]
    public void HostedZone_ByNameOrId_IsAccepted(string zone) => Assert.Empty(Of(zone));

    [Fact]
    public void HostedZone_Missing_IsRejected() => Assert.Equal(
        ["app:domain: set hostedZoneName or hostedZoneId"], Of("\"alternativeNames\":[]"));

    [Fact]
    public void DefaultName_IsTheDeploymentInItsHostedZone()
    {
        var domain = TestConfigs.With(("domain", """{"hostedZoneName":"example.com","alternativeNames":["www.example.com"]}""")).Domain!;

        Assert.Equal("shop-dev.example.com", domain.EffectiveName);
        Assert.Equal(["shop-dev.example.com", "www.example.com"], domain.Names);
    }

    [Theory]
    [InlineData("Pull_Request.7", "shop-pull-request-7-816ba5b7.example.com")]
    [InlineData("prod", "shop-prod.example.com")]
    public void DefaultName_ByStackName_IsValidInDns(string stack, string expected) => Assert.Equal(
        expected,
        StackConfigLoader.Load(TestConfigs.Values(("domain", """{"hostedZoneName":"example.com"}""")), stack).Domain!.EffectiveName);

    [Fact]
    public void DefaultName_WithHostedZoneId_IsRejected() => Assert.Equal(
        ["app:domain.name: is required with hostedZoneId: the default name is derived from hostedZoneName"],
        Problems.Of(("domain", """{"hostedZoneId":"Z0123456789"}""")));

    [Theory]
    [InlineData(55, false)]
    [InlineData(56, true)]
    public void DefaultName_LongerThan64Characters_IsRejected(int zone, bool refused)
    {
        var name = new string('a', zone - 4) + ".com";

        Assert.Equal(
            refused ? [$"app:domain.name: defaults to shop-dev.{name}, which has 65 characters; the first name on an ACM certificate has at most 64. Set a shorter name, or certificateArn"] : [],
            Problems.Of(("domain", $$"""{"hostedZoneName":"{{name}}"}""")));
    }

    [Fact]
    public void AlternativeName_EqualToTheDefaultName_IsRejected() => Assert.Equal(
        ["app:domain.alternativeNames[0]: shop-dev.example.com is already the domain's name"],
        Problems.Of(("domain", """{"hostedZoneName":"example.com","alternativeNames":["shop-dev.example.com"]}""")));

    [Fact]
    public void HostedZone_ByNameAndId_IsRejected() => Assert.Equal(
        ["app:domain.hostedZoneName: cannot be combined with hostedZoneId"],
        Of("\"hostedZoneName\":\"example.com\",\"hostedZoneId\":\"Z0123456789\""));

    [Theory]
    [InlineData("")]
    [InlineData(",\"overwriteValidationRecords\":false")]
    public void NearestRegion_WithoutOverwriteAndCertificate_IsRejected(string rest) => Assert.Equal(
        ["app:domain.nearestRegion: needs overwriteValidationRecords or certificateArn: the certificates of all regions share their validation records"],
        Of($"\"hostedZoneName\":\"example.com\",\"nearestRegion\":true{rest}"));

    [Theory]
    [InlineData(",\"overwriteValidationRecords\":true")]
    [InlineData($",\"certificateArn\":\"{Certificate}\"")]
    public void NearestRegion_WithOverwriteOrCertificate_IsAccepted(string rest) =>
        Assert.Empty(Of($"\"hostedZoneName\":\"example.com\",\"nearestRegion\":true{rest}"));

    [Fact]
    public void Names_OutsideTheHostedZone_AreRejected() => Assert.Equal(
        [
            "app:domain.name: shop.example.com is not in the hosted zone ample.com",
            "app:domain.alternativeNames[0]: example.com is not in the hosted zone ample.com",
            "app:domain.alternativeNames[1]: *.example.com is not in the hosted zone ample.com",
        ],
        Of("""
            "hostedZoneName":"ample.com","alternativeNames":["example.com","*.example.com","ample.com","*.ample.com","a.b.ample.com"]
            """));

    [Fact]
    public void Names_WithHostedZoneId_AreNotChecked() =>
        Assert.Empty(Of("\"hostedZoneId\":\"Z0123456789\",\"alternativeNames\":[\"shop.example.org\"]"));

    [Fact]
    public void AlternativeName_Invalid_HidesNoOtherProblem() => Assert.Equal(
        [
            "app:domain.alternativeNames[0]: \"WWW.example.com\" is not valid; use a lower-case domain name such as www.example.com or *.example.com",
            "app:domain.name: shop.example.com is not in the hosted zone example.org",
        ],
        Of("\"hostedZoneName\":\"example.org\",\"alternativeNames\":[\"WWW.example.com\"]"));

    [Fact]
    public void AlternativeName_EqualToTheName_IsRejected() => Assert.Equal(
        ["app:domain.alternativeNames[1]: shop.example.com is already the domain's name"],
        Of("\"hostedZoneName\":\"example.com\",\"alternativeNames\":[\"www.example.com\",\"shop.example.com\"]"));

    [Fact]
    public void CertificateArn_WithOverwrite_IsRejected() => Assert.Equal(
        ["app:domain.certificateArn: cannot be combined with overwriteValidationRecords: the stack creates no validation records for an existing certificate"],
        Of($"\"hostedZoneName\":\"example.com\",\"certificateArn\":\"{Certificate}\",\"overwriteValidationRecords\":true"));

    [Theory]
    [InlineData($"\"certificateArn\":\"{Certificate}\"")]
    [InlineData($"\"certificateArn\":\"{Certificate}\",\"overwriteValidationRecords\":false")]
    [InlineData("\"overwriteValidationRecords\":true")]
    public void CertificateArnOrOverwrite_Alone_IsAccepted(string keys) => Assert.Empty(Of($"\"hostedZoneName\":\"example.com\",{keys}"));

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "has 65 characters; the first name on an ACM certificate has at most 64. Set a shorter name and move this one to alternativeNames, or set certificateArn")]
    [InlineData(253, "has 253 characters; the first name on an ACM certificate has at most 64. Set a shorter name and move this one to alternativeNames, or set certificateArn")]
    [InlineData(254, "has 254 characters; a domain name has at most 253")]
    public void Name_LongerThan64Characters_IsRejected(int length, string? problem)
    {
        var name = NameOf(length);

        Assert.Equal(
            problem is null ? [] : [$"app:domain.name: {name} {problem}"],
            Problems.Of(("domain", $$"""{"name":"{{name}}","hostedZoneName":"example.com"}""")));
    }

    [Fact]
    public void Name_LongerThan64CharactersWithCertificateArn_IsAccepted() => Assert.Empty(
        Problems.Of(("domain", $$"""{"name":"{{NameOf(65)}}","hostedZoneName":"example.com","certificateArn":"{{Certificate}}"}""")));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void AlternativeName_LongerThan253Characters_IsRejected(int length, bool accepted) => Assert.Equal(
        accepted ? [] : [$"app:domain.alternativeNames[0]: {NameOf(length)} has 254 characters; a domain name has at most 253"],
        Of($"\"hostedZoneName\":\"example.com\",\"alternativeNames\":[\"{NameOf(length)}\"]"));

    // Labels of 50 letters, and one of what is left over.
    private static string NameOf(int length)
    {
        const string Zone = "example.com";
        var (labels, rest) = Math.DivRem(length - Zone.Length, 51);
        return new string('b', rest - 1) + "." + string.Concat(Enumerable.Repeat(new string('a', 50) + ".", labels)) + Zone;
    }

    private static IReadOnlyList<string> Of(string keys) => Problems.Of(("domain", $$"""{"name":"shop.example.com",{{keys}}}"""));
}
