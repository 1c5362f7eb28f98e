using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Tests.Deployments.Messages;

public sealed class DiagnosticTests
{
    private static readonly ResourceKey Listener = new("aws:lb/listener:Listener", "shop-lb-http");

    private static readonly SourceMap Sources = new(
        [null, new PropertyOrigin(Listener, ""), new PropertyOrigin(Listener, "defaultActions[0].redirect.statusCode")],
        [new("aws_lb_listener.shop_lb_http", TerraformValue.Map.Empty with { Origin = new PropertyOrigin(Listener, "") })]);

    [Fact]
    public void DiagnosticWithALine_NamesItsProperty() => Assert.Equal(
        "error: aws:lb/listener:Listener::shop-lb-http: defaultActions[0].redirect.statusCode: expected HTTP_301, got HTTP_999",
        Describe("""
            {
              "severity": "error", "summary": "expected HTTP_301, got HTTP_999", "detail": "", "address": "aws_lb_listener.shop_lb_http",
              "range": { "filename": "main.tf.json", "start": { "line": 3, "column": 1, "byte": 40 } }
            }
            """));

    [Fact]
    public void DiagnosticWithoutALine_NamesItsResource() => Assert.Equal(
        "error: aws:lb/listener:Listener::shop-lb-http: creating listener: refused",
        Describe("""{ "severity": "error", "summary": "creating listener: refused", "detail": "", "address": "aws_lb_listener.shop_lb_http" }"""));

    [Fact]
    public void DiagnosticOfAnotherFile_NamesItsLine() => Assert.Equal(
        "error: mock.tftest.json line 2: Invalid outputs",
        Describe("""
            { "severity": "error", "summary": "Invalid outputs", "detail": "", "range": { "filename": "mock.tftest.json", "start": { "line": 2 } } }
            """));

    [Fact]
    public void DiagnosticWithoutAPosition_IsPrintedAlone() => Assert.Equal(
        "error: no configuration", Describe("""{ "severity": "error", "summary": "no configuration", "detail": "" }"""));

    [Fact]
    public void Detail_IsIndented() => Assert.Equal(
        "warning: aws_s3_bucket.other: Argument is deprecated\n    Use another.\n    Or none.",
        Describe("""
            { "severity": "warning", "summary": "Argument is deprecated", "detail": "Use another.\nOr none.\n", "address": "aws_s3_bucket.other" }
            """));

    [Theory]
    [InlineData("creating EC2 VPC: context canceled", true)]
    [InlineData("operation error ACM: RequestCertificate, https response error StatusCode: 0, RequestID: , canceled, context canceled", true)]
    [InlineData("waiting for RDS DB Instance (shop) create: context canceled", false)]
    [InlineData("creating S3 Bucket Lifecycle Configuration\", \"detail\": \"While waiting: context canceled", false)]
    [InlineData("execution halted", false)]
    public void CancelledCall_IsDistinguishedFromAWait(string summary, bool isCancelledCall)
    {
        var json = $$"""{ "severity": "error", "summary": "{{summary}}" }""";

        Assert.Equal(isCancelledCall, Diagnostic.Read(JsonNode.Parse(json)!, null).IsCancelledCall);
    }

    private static string Describe(string json) => Diagnostic.Read(JsonNode.Parse(json)!, Sources).Describe();
}
