using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The policies that operators deploy or copy grant what the program needs.</summary>
public sealed partial class PolicyTests
{
    private static readonly string Template = File.ReadAllText(RepositoryFiles.Path("bootstrap", "template.yaml")).ReplaceLineEndings("\n");

    private static readonly string[] Tokens = [.. File.ReadLines(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "types.txt"))];

    [Theory]
    [InlineData("getAvailabilityZones", "ec2:DescribeAvailabilityZones")]
    [InlineData("getInternetGateway", "ec2:DescribeInternetGateways")]
    [InlineData("getListener", "elasticloadbalancing:DescribeListeners")]
    [InlineData("getLoadBalancer", "elasticloadbalancing:DescribeLoadBalancers")]
    [InlineData("getRouteTable", "ec2:DescribeRouteTables")]
    [InlineData("getSubnet", "ec2:DescribeSubnets")]
    [InlineData("getVpc", "ec2:DescribeVpcs", "ec2:DescribeVpcAttribute", "ec2:DescribeRouteTables")]
    [InlineData("getZone", "route53:ListHostedZones", "route53:GetHostedZone", "route53:ListTagsForResource")]
    public void PreviewRole_CanLookUpWhatTheProgramLooksUp(string function, params string[] actions)
    {
        Assert.Contains(Tokens, token => token.EndsWith($":{function}", StringComparison.Ordinal));
        Assert.Subset(PreviewActions(), actions.ToHashSet());
    }

    [Fact]
    public void PreviewRole_ChangesNothing() => Assert.All(PreviewActions(), action => Assert.Matches(":(Describe|Get|List)", action));

    [Fact]
    public void PreviewRole_WritesLocksOnly()
    {
        var roles = PreviewRole().Matches(Template);

        Assert.Equal(2, roles.Count);
        Assert.All(roles, role => Assert.Equal(
            [
                "s3:ListBucket", "s3:GetObject", "[s3:DeleteObject, s3:PutObject]", "kms:Decrypt",
            ],
            Action().Matches(role.Value).Select(action => action.Groups[1].Value).Except(["sts:AssumeRoleWithWebIdentity"])));
        Assert.All(roles, role => Assert.Matches(
            @"Action: \[s3:DeleteObject, s3:PutObject\]\n +Resource: !Sub ""\$\{StateBucket\.Arn\}/\.pulumi/locks/organization/\$\{Project\}/(dev|prod)/\*""", role.Value));
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

    // The policies that preview roles share with deploy roles.
    private static HashSet<string> PreviewActions() => [.. ReadPolicy().Matches(Template).SelectMany(policy => Actions().Matches(policy.Value)).Select(match => match.Value)];

    private static IEnumerable<JsonNode> Statements(Document document, string name) =>
        JsonNode.Parse(document.BlockBetween($"<!-- {name} -->", $"<!-- end of {name} -->"))!["Statement"]!.AsArray().Select(statement => statement!);

    private static IEnumerable<string> Words(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];

    [GeneratedRegex(@"^  ReadPolicy\d:\n(?:    .*\n|\n)+", RegexOptions.Multiline)]
    private static partial Regex ReadPolicy();

    [GeneratedRegex(@"^  (?:Dev|Prod)PreviewRole:\n(?:    .*\n)+", RegexOptions.Multiline)]
    private static partial Regex PreviewRole();

    [GeneratedRegex("^ +(?:- )?Action: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Action();

    [GeneratedRegex(@"(?<=[\[ ])[a-z0-9-]+:[A-Z][A-Za-z]+(?=[,\]])")]
    private static partial Regex Actions();
}
