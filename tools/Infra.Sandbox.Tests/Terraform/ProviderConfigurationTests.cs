using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class ProviderConfigurationTests
{
    [Fact]
    public void WithoutAnEmulator_OnlyTheRegionIsSet()
    {
        var program = Translation.Of(Graphs.Of());

        Assert.Equal("""{"aws":{"region":"eu-west-1"}}""", program.Text("provider"));
        Assert.Equal(
            """{"required_providers":{"aws":{"source":"hashicorp/aws","version":">= 5.100.0, < 7.0.0"}}}""", program.Text("terraform"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "http://localhost:5000")]
    [InlineData("http://[::1]:5000", "http://localhost:5000")]
    [InlineData("http://localhost:4566", "http://localhost:4566")]
    [InlineData("http://emulator.example.com:4566", "http://emulator.example.com:4566")]
    public void S3ControlEndpoint_AllowsAnAccountIdPrefix(string emulator, string address)
    {
        var program = Translation.Of(Graphs.Of(Graphs.Resource("aws:s3/bucket:Bucket", "b")), new Uri(emulator));

        Assert.Equal($"\"{address}\"", program.Text("provider", "aws", "endpoints", "s3control"));
        Assert.Equal($"\"{emulator}\"", program.Text("provider", "aws", "endpoints", "s3"));
    }

    [Fact]
    public void WithAnEmulator_EveryServiceInUseHasItsEndpoint()
    {
        var program = Translation.Of(
            Graphs.Of(
                Graphs.Resource("aws:lb/loadBalancer:LoadBalancer", "lb"),
                Graphs.Resource("aws:cloudwatch/logGroup:LogGroup", "log"),
                Graphs.Resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule")),
            Translation.Emulator);

        Assert.Equal(
            """
            {"region":"eu-west-1","access_key":"sandbox","secret_key":"sandbox","skip_credentials_validation":true,
            "skip_metadata_api_check":"true","skip_region_validation":true,"s3_use_path_style":true,"max_retries":3,"endpoints":{
            "cloudwatch":"http://127.0.0.1:5000","ec2":"http://127.0.0.1:5000","elbv2":"http://127.0.0.1:5000","events":"http://127.0.0.1:5000",
            "iam":"http://127.0.0.1:5000","logs":"http://127.0.0.1:5000","sts":"http://127.0.0.1:5000"}}
            """.ReplaceLineEndings(""),
            program.Text("provider", "aws"));
    }

    [Fact]
    public void EveryMappedType_HasKnownServices()
    {
        Assert.NotEmpty(TypeMap.PulumiTypes);
        Assert.All(
            TypeMap.PulumiTypes.SelectMany(ProviderConfiguration.ServicesOf),
            service => Assert.Contains(service, AwsSchema.Version5.Services));
    }
}
