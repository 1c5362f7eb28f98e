using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests;

public sealed class ResourceGraphTests
{
    private static readonly Dictionary<string, string> Ids = new() { ["vpc-0a000000"] = "vpc-1" };

    [Fact]
    public void WithTexts_ReplacesWholeTexts()
    {
        var graph = Graphs.Of(Graphs.Resource("aws:ec2/securityGroup:SecurityGroup", "a", ("vpcId", "vpc-0a000000"), ("list", Graphs.List("vpc-0a000000", "vpc-0ab00000"))));

        var inputs = graph.WithTexts(Ids).Resources[^1].Inputs;

        Assert.Equal("vpc-1", inputs.Text("vpcId"));
        Assert.Equal(["vpc-1", "vpc-0ab00000"], inputs.Texts("list").ToArray());
    }

    [Fact]
    public void WithTexts_IncludesSecretsLookupsAndOutputs()
    {
        var graph = Graphs.Of(Graphs.Resource("aws:ec2/securityGroup:SecurityGroup", "a", ("secret", new PropertyValue.Secret("vpc-0a000000")))) with
        {
            Lookups = [new ProviderLookup(new ResourceKey("aws:ec2/getVpc:getVpc", "vpc-0a000000"), Graphs.Map(("id", "vpc-0a000000")))],
            Outputs = Graphs.Map(("vpc", Graphs.Map(("id", "vpc-0a000000")))),
        };

        var replaced = graph.WithTexts(Ids);

        Assert.Equal(new PropertyValue.Secret("vpc-1"), replaced.Resources[^1].Inputs.Find("secret"));
        Assert.Equal("vpc-1", Assert.Single(replaced.Lookups).Arguments.Text("id"));
        Assert.Equal("vpc-1", replaced.Outputs.Map("vpc").Text("id"));
    }
}
