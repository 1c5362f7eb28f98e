using Infra.Domains;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Domains;

public class CertificateTests
{
    private const string ManyNames = """{"alternativeNames":["*.shop.example.com","www.example.com","*.www.example.com"]}""";

    [Fact]
    public async Task Certificate_OneName_IsValidatedByOneRecord()
    {
        var run = await Run();

        ResourceAssert.Kinds(run, "Certificate", "Record", "CertificateValidation");
        ResourceAssert.Inputs(
            """{"domainName":"shop.example.com","subjectAlternativeNames":["shop.example.com"],"validationMethod":"DNS"}""",
            run.Single<Acm.Certificate>());
    }

    [Fact]
    public async Task Certificate_ManyNames_ContainsAll()
    {
        var certificate = (await Run(ManyNames)).Single<Acm.Certificate>();

        Assert.Equal("shop.example.com", certificate["domainName"]);
        Assert.Equal(["shop.example.com", "*.shop.example.com", "www.example.com", "*.www.example.com"], certificate.Strings("subjectAlternativeNames"));
    }

    [Fact]
    public async Task ValidationRecords_Wildcard_SharesTheRecordOfItsParent()
    {
        var run = await Run(ManyNames);

        Assert.Equal(
            ["shop-certificate-shop.example.com", "shop-certificate-www.example.com"],
            run.All<Route53.Record>().Select(record => record.Name));
    }

    [Theory]
    [InlineData("shop.example.com")]
    [InlineData("www.example.com")]
    public async Task ValidationRecord_OfADomain_HasTheValidationOptionsOfAcm(string domain)
    {
        var record = (await Run(ManyNames)).Find<Route53.Record>($"shop-certificate-{domain}");

        ResourceAssert.Inputs(
            $$"""
            {
              "zoneId": "Z1",
              "name": "_validate.{{domain}}",
              "type": "CNAME",
              "records": ["_value.acm-validations.aws"],
              "ttl": 60,
              "allowOverwrite": false
            }
            """,
            record);
        Assert.True(record.DeleteBeforeReplace);
    }

    [Fact]
    public async Task ValidationRecords_InPreview_ArePlannedWithUnknownNames()
    {
        var run = await Run(ManyNames, isPreview: true);

        Assert.Equal(2, run.All<Route53.Record>().Count);
        Assert.All(run.All<Route53.Record>(), record => Assert.False(record.Has("name")));
    }

    [Fact]
    public async Task ValidationRecords_WithOverwrite_AllowIt() =>
        Assert.Equal(true, (await Run("""{"overwriteValidationRecords":true}""")).Single<Route53.Record>()["allowOverwrite"]);

    [Theory]
    [InlineData("{}", 15)]
    [InlineData("""{"validationTimeoutMinutes":40}""", 40)]
    public async Task Validation_Timeout_IsTheConfiguredOne(string changes, int minutes)
    {
        var validation = (await Run(changes)).Single<Acm.CertificateValidation>();

        Assert.Equal(TimeSpan.FromMinutes(minutes), validation.Options.CustomTimeouts?.Create);
        ResourceAssert.Inputs(
            """
            {
              "certificateArn": "arn:Certificate:shop-certificate",
              "validationRecordFqdns": ["shop-certificate-shop.example.com-fqdn"]
            }
            """,
            validation);
    }

    [Fact]
    public async Task Arn_NewCertificate_IsTheValidatedOne()
    {
        Output<string>? arn = null;
        await Run(use: made => arn = made);

        Assert.Equal("valid:arn:Certificate:shop-certificate", await OutputUtilities.GetValueAsync(arn!));
    }

    [Fact]
    public async Task Arn_ExistingCertificate_IsUsedWithoutNewResources()
    {
        const string Given = "arn:aws:acm:eu-central-1:123456789012:certificate/given";
        Output<string>? arn = null;
        var run = await Run($$"""{"certificateArn":"{{Given}}"}""", use: made => arn = made);

        Assert.Empty(run.Resources);
        Assert.Equal(Given, await OutputUtilities.GetValueAsync(arn!));
    }

    private static Task<StackRun> Run(string changes = "{}", bool isPreview = false, Action<Output<string>?>? use = null)
    {
        var config = TestConfigs.With(("domain", Blocks.Domain), ("domain", changes));
        return StackRun.OfComponent(
            _ =>
            {
                var arn = Certificate.CreateArn(
                    "shop-certificate", new CertificateArgs { Domain = config.Domain!, HostedZoneId = Output.Create("Z1") });
                use?.Invoke(arn);
            },
            isPreview);
    }
}
