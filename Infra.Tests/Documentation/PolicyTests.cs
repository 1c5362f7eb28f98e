using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The policies that operators copy grant what the program needs.</summary>
public sealed partial class PolicyTests
{
    private static readonly Document Integration = new("docs/continuous-integration.md");

    private static readonly string[] Tokens = [.. File.ReadLines(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "types.txt"))];

    [Theory]
    [InlineData("getAvailabilityZones", "ec2:DescribeAvailabilityZones")]
    [InlineData("getInternetGateway", "ec2:DescribeInternetGateways")]
    [InlineData("getListener", "elasticloadbalancing:Describe*")]
    [InlineData("getLoadBalancer", "elasticloadbalancing:Describe*")]
    [InlineData("getRouteTable", "ec2:DescribeRouteTables")]
    [InlineData("getSubnet", "ec2:DescribeSubnets")]
    [InlineData("getVpc", "ec2:DescribeVpcs", "ec2:DescribeVpcAttribute", "ec2:DescribeRouteTables")]
    [InlineData("getZone", "route53:ListHostedZones", "route53:GetHostedZone", "route53:ListTagsForResource")]
    public void PreviewRole_CanLookUpWhatTheProgramLooksUp(string function, params string[] actions)
    {
        Assert.Contains(Tokens, token => token.EndsWith($":{function}", StringComparison.Ordinal));
        Assert.Subset(Actions("preview"), actions.ToHashSet());
    }

    [Fact]
    public void PreviewRole_ChangesNothingAndReadsNoSecret() => Assert.All(
        Actions("preview").Except(["s3:GetObject", "kms:Decrypt"]), action => Assert.Matches(":(Describe|List|GetHostedZone)", action));

    [Fact]
    public void DeployRole_HasTheServicesOfAllResources()
    {
        var services = Tokens.Select(token => Module().Match(token)).Where(match => match.Success).Select(match => match.Groups[1].Value switch
        {
            "appautoscaling" => "application-autoscaling",
            "cloudwatch" => "cloudwatch events logs",
            "cognito" => "cognito-idp",
            "efs" => "elasticfilesystem",
            "lb" => "elasticloadbalancing",
            "vpc" => "ec2",
            var module => module,
        });

        Assert.Subset(
            Actions("deploy"),
            services.SelectMany(service => service.Split(' ')).Except(["kms"]).Select(service => $"{service}:*").ToHashSet());
    }

    [Fact]
    public void KeyPolicy_AdmitsTheServicesThatActOnTheirOwn() => Assert.Equal(
        [
            "arn:aws:iam::123456789012:root: kms:*",
            "logs.eu-central-1.amazonaws.com: kms:Decrypt* kms:Describe* kms:Encrypt* kms:GenerateDataKey* kms:ReEncrypt*",
            "cloudwatch.amazonaws.com events.amazonaws.com: kms:Decrypt kms:GenerateDataKey*",
        ],
        Statements(new Document("docs/configuration.md"), "key policy").Select(statement =>
            $"{string.Join(' ', Words(statement["Principal"]!.AsObject().Single().Value!))}: {string.Join(' ', Words(statement["Action"]!))}"));

    private static HashSet<string> Actions(string role) => [.. Statements(Integration, $"{role} policy").SelectMany(statement => Words(statement["Action"]!))];

    private static IEnumerable<JsonNode> Statements(Document document, string name) =>
        JsonNode.Parse(document.BlockBetween($"<!-- {name} -->", $"<!-- end of {name} -->"))!["Statement"]!.AsArray().Select(statement => statement!);

    private static IEnumerable<string> Words(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];

    // Resources begin with a capital letter, functions with a small one.
    [GeneratedRegex("^aws:([a-z0-9]+)/[a-z][A-Za-z0-9]*:[A-Z]")]
    private static partial Regex Module();
}
