using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform.Document;

public sealed class DocumentTextTests
{
    [Fact]
    public void Document_IsIndentedInOrder()
    {
        var vpc = Graphs.Resource("aws:ec2/vpc:Vpc", "shop-net", ("cidrBlock", "10.0.0.0/16"), ("enableDnsSupport", true));
        var program = Translation.Of(Graphs
            .Of(
                vpc,
                Subnet("b", vpc, ("Name", "<b> \"ü\" \\ \n")),
                Subnet("a", vpc))
            .WithOutput("vpcId", new Symbol(vpc.Key, "id")));

        Assert.Equal(
            """
            {
              "terraform": {
                "required_providers": {
                  "aws": {
                    "source": "hashicorp/aws",
                    "version": ">= 5.100.0, < 7.0.0"
                  }
                }
              },
              "provider": {
                "aws": {
                  "region": "eu-west-1"
                }
              },
              "resource": {
                "aws_subnet": {
                  "a": {
                    "vpc_id": "${aws_vpc.shop_net.id}"
                  },
                  "b": {
                    "tags": {
                      "Name": "<b> \"ü\" \\ \n"
                    },
                    "vpc_id": "${aws_vpc.shop_net.id}"
                  }
                },
                "aws_vpc": {
                  "shop_net": {
                    "cidr_block": "10.0.0.0/16",
                    "enable_dns_support": true
                  }
                }
              },
              "output": {
                "vpcId": {
                  "value": "${aws_vpc.shop_net.id}"
                }
              }
            }

            """,
            program.Document);
    }

    [Theory]
    [InlineData(8080, "8080")]
    [InlineData(0.5, "0.5")]
    [InlineData(-1, "-1")]
    [InlineData(604800, "604800")]
    public void Numbers_AreWrittenAsNumbers(double number, string text) =>
        Assert.Equal(text + "\n", DocumentText.Of(new TerraformValue.Number(number)).Text);

    [Fact]
    public void EmptyListsAndMaps_TakeOneLine() => Assert.Equal(
        "{\n  \"a\": [],\n  \"b\": {}\n}\n",
        DocumentText.Of(TerraformValue.Map.Empty.With("a", TerraformValue.List.Of([])).With("b", TerraformValue.Map.Empty)).Text);

    private static ResourceNode Subnet(string name, ResourceNode vpc, params (string Key, PropertyValue Value)[] tags) => Graphs.Resource(
        "aws:ec2/subnet:Subnet",
        name,
        ("vpcId", new Symbol(vpc.Key, "id")),
        ("tags", tags.Length > 0 ? Graphs.Map(tags) : PropertyValue.Null.Value));
}
