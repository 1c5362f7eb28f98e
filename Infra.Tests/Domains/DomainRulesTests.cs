using Infra.Domains;
using Infra.Tests.Support;

namespace Infra.Tests.Domains;

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
    public void NameThatIsLeftOut_IsThatOfTheStackInItsZone()
    {
        var domain = TestConfigs.With(("domain", """{"hostedZoneName":"example.com","alternativeNames":["www.example.com"]}""")).Domain!;

        Assert.Equal("shop-dev.example.com", domain.EffectiveName);
        Assert.Equal(["shop-dev.example.com", "www.example.com"], domain.Names);
    }

    [Theory]
    [InlineData("Pull_Request.7", "shop-pull-request-7-816ba5b7.example.com")]
    [InlineData("prod", "shop-prod.example.com")]
    public void NameThatIsLeftOut_IsOneThatDnsAllows(string stack, string expected) => Assert.Equal(
        expected,
        StackConfigLoader.Load(TestConfigs.Values(("domain", """{"hostedZoneName":"example.com"}""")), stack).Domain!.EffectiveName);

    [Fact]
    public void NameThatIsLeftOut_NeedsTheNameOfAZone() => Assert.Equal(
        ["app:domain.name: is required with hostedZoneId; it can be left out only where hostedZoneName says what comes after it"],
        Problems.Of(("domain", """{"hostedZoneId":"Z0123456789"}""")));

    [Theory]
    [InlineData(55, false)]
    [InlineData(56, true)]
    public void NameThatIsLeftOut_FitsACertificate(int zone, bool refused)
    {
        var name = new string('a', zone - 4) + ".com";

        Assert.Equal(
            refused ? [$"app:domain.name: would be shop-dev.{name}, which has 65 characters, and the first name of a certificate has at most 64; write a shorter one here, or give certificateArn"] : [],
            Problems.Of(("domain", $$"""{"hostedZoneName":"{{name}}"}""")));
    }

    [Fact]
    public void NameThatIsLeftOut_IsNotOneMoreAmongTheAlternatives() => Assert.Equal(
        ["app:domain.alternativeNames[0]: shop-dev.example.com is the domain's name already"],
        Problems.Of(("domain", """{"hostedZoneName":"example.com","alternativeNames":["shop-dev.example.com"]}""")));

    [Fact]
    public void BothZones_ExcludeEachOther() => Assert.Equal(
        ["app:domain.hostedZoneName: cannot be combined with hostedZoneId; keep one"],
        Of("\"hostedZoneName\":\"example.com\",\"hostedZoneId\":\"Z0123456789\""));

    [Theory]
    [InlineData("")]
    [InlineData(",\"overwriteValidationRecords\":false")]
    public void NamesSharedByRegions_ShareTheirValidationRecords(string rest) => Assert.Equal(
        ["app:domain.nearestRegion: needs overwriteValidationRecords: true: AWS validates the certificates of all regions by the same records"],
        Of($"\"hostedZoneName\":\"example.com\",\"nearestRegion\":true{rest}"));

    [Theory]
    [InlineData(",\"overwriteValidationRecords\":true")]
    [InlineData($",\"certificateArn\":\"{Certificate}\"")]
    public void NamesSharedByRegions_WithRecordsTakenOverOrNone_AreFine(string rest) =>
        Assert.Empty(Of($"\"hostedZoneName\":\"example.com\",\"nearestRegion\":true{rest}"));

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

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "has 65 characters, and the first name of a certificate at most 64; make a shorter name the first and this one of alternativeNames, or give certificateArn")]
    [InlineData(253, "has 253 characters, and the first name of a certificate at most 64; make a shorter name the first and this one of alternativeNames, or give certificateArn")]
    [InlineData(254, "has 254 characters; a domain name has at most 253")]
    public void FirstName_FitsOnACertificate(int length, string? problem)
    {
        var name = NameOf(length);

        Assert.Equal(
            problem is null ? [] : [$"app:domain.name: {name} {problem}"],
            Problems.Of(("domain", $$"""{"name":"{{name}}","hostedZoneName":"example.com"}""")));
    }

    [Fact]
    public void LongFirstName_OnACertificateThatExists_IsAccepted() => Assert.Empty(
        Problems.Of(("domain", $$"""{"name":"{{NameOf(65)}}","hostedZoneName":"example.com","certificateArn":"{{Certificate}}"}""")));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void AlternativeName_MayBeAsLongAsAnyDomainName(int length, bool accepted) => Assert.Equal(
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
