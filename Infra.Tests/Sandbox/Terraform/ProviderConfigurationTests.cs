using Infra.Sandbox.Terraform;
using Infra.Tests.Sandbox.Terraform.Support;

namespace Infra.Tests.Sandbox.Terraform;

public sealed class ProviderConfigurationTests
{
    [Fact]
    public void WithoutAnEmulator_OnlyTheRegionIsSet()
    {
        var program = Translation.Of(Graphs.Of());

        Assert.Equal("""{"aws":{"region":"eu-west-1"}}""", program.Text("provider"));
        Assert.Equal("""{"required_providers":{"aws":{"source":"hashicorp/aws"}}}""", program.Text("terraform"));
    }

    [Fact]
    public void VersionConstraint_IsPassedOn()
    {
        var program = TerraformTranslator.Translate(
            Graphs.Of(), AwsSchema.Version5, new TerraformTarget("eu-west-1", ProviderVersionConstraint: "~> 5.100"));

        Assert.Equal("""{"required_providers":{"aws":{"source":"hashicorp/aws","version":"~> 5.100"}}}""", program.Text("terraform"));
    }

    [Fact]
    public void WithAnEmulator_EveryServiceInUseIsThereAndNowhereElse()
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
    public void EveryMappedType_HasServicesThatTheProviderKnows()
    {
        Assert.NotEmpty(TypeMap.PulumiTypes);
        Assert.All(
            TypeMap.PulumiTypes.SelectMany(ProviderConfiguration.ServicesOf),
            service => Assert.Contains(service, AwsSchema.Version5.Services));
    }
}
