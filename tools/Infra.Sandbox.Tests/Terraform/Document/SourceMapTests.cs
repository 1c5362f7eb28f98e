using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform.Document;

public sealed class SourceMapTests
{
    private const string Listener = "aws_lb_listener.shop_http";

    private static readonly ResourceKey Key = new("aws:lb/listener:Listener", "shop-http");

    private static readonly TerraformProgram Program = Translation.Of(Graphs.Of(
        Graphs.Resource("aws:ec2/vpc:Vpc", "net"),
        Graphs.Resource(
            Key.Type,
            Key.Name,
            ("defaultActions", Graphs.List(
                Graphs.Map(("type", "redirect"), ("redirect", Graphs.Map(("statusCode", "HTTP_999"), ("port", "443")))),
                Graphs.Map(("type", "forward"), ("order", 5)))),
            ("tags", Graphs.Map(("a", "b"))))));

    [Theory]
    [InlineData("\"shop_http\": {", "")]
    [InlineData("\"default_action\": [", "defaultActions")]
    [InlineData("\"redirect\": [", "defaultActions[0].redirect")]
    [InlineData("\"status_code\": \"HTTP_999\"", "defaultActions[0].redirect.statusCode")]
    [InlineData("\"order\": 5,", "defaultActions[1].order")]
    [InlineData("\"a\": \"b\"", "tags.a")]
    public void Line_MapsToTheProperty(string line, string path)
    {
        var lines = Program.Document.Split('\n');
        var number = Array.FindIndex(lines, text => text.Trim() == line) + 1;

        Assert.Equal((Key, path), (Program.Sources.AtLine(number)!.Resource, Program.Sources.AtLine(number)!.Path));
    }

    [Fact]
    public void LineOutsideResources_HasNoOrigin()
    {
        Assert.Null(Program.Sources.AtLine(0));
        Assert.Null(Program.Sources.AtLine(1));
        Assert.Null(Program.Sources.AtLine(9999));
    }

    [Theory]
    [InlineData("default_action.0.redirect.0.status_code", "defaultActions[0].redirect.statusCode")]
    [InlineData("default_action[0].redirect[0].port", "defaultActions[0].redirect.port")]
    [InlineData("tags[\"a\"]", "tags.a")]
    [InlineData("default_action.0.redirect.0.host", "defaultActions[0].redirect")] // not given, so what is around it
    [InlineData("ssl_policy", "")]
    [InlineData("", "")]
    public void Attribute_MapsToTheClosestProperty(string attribute, string path)
    {
        var origin = Program.Sources.Of(Listener, attribute)!;

        Assert.Equal((Key, path), (origin.Resource, origin.Path));
    }

    [Fact]
    public void UnknownAddress_HasNoOrigin() => Assert.Null(Program.Sources.Of("aws_lb.other", "name"));
}
