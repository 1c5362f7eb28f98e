using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class ArnRulesTests
{
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/0a1b";
    private const string Policy = "arn:aws:iam::123456789012:policy/boundary";
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf";

    // Each key that takes an ARN, in a stack that has one: a new one must be added here, and is held by the same rules.
    private static readonly Dictionary<string, (string Arn, (string Key, string Json)[] Stack)> Keys = new()
    {
        ["kmsKeyArn"] = (Key, [("kmsKeyArn", "ARN")]),
        ["permissionsBoundaryArn"] = (Policy, [("permissionsBoundaryArn", "ARN")]),
        ["domain.certificateArn"] = ("arn:aws:acm:eu-central-1:123456789012:certificate/0a1b",
            [("domain", """{"name":"shop.example.com","hostedZoneName":"example.com","certificateArn":"ARN"}""")]),
        ["existingLoadBalancer.targetGroupArn"] = ("arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b",
            [("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
             ("existingLoadBalancer", """{"targetGroupArn":"ARN"}""")]),
        ["authentication.cognito.userPoolArn"] = ("arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Shop",
            [("domain", Blocks.Domain), ("authentication", """{"cognito":{"userPoolArn":"ARN","userPoolClientId":"a","userPoolDomain":"b"}}""")]),
        ["database.kmsKeyArn"] = (Key, [("database", Blocks.Database), ("database", """{"kmsKeyArn":"ARN"}""")]),
        ["cache.kmsKeyArn"] = (Key, [("cache", Blocks.Cache), ("cache", """{"kmsKeyArn":"ARN"}""")]),
        ["fileSystems.a.kmsKeyArn"] = (Key, [("fileSystems", """{"a":{"deletionProtection":false,"kmsKeyArn":"ARN"}}""")]),
        ["service.secrets.A.secretArn"] = (Secret, [("service", """{"secrets":{"A":{"secretArn":"ARN"}}}""")]),
        ["service.secrets.A.kmsKeyArn"] = (Key, [("service", """{"secrets":{"A":{"ssmParameter":"a","kmsKeyArn":"ARN"}}}""")]),
    };

    public static TheoryData<string> Names => [.. Keys.Keys];

    [Fact]
    public void EveryKeyThatTakesAnArn_IsInTheTable()
    {
        var marked = MembersOf(ConfigType.Of(typeof(StackConfig)), [])
            .Where(member => member.Constraints.TextRules.OfType<ArnAttribute>().Any()).Select(member => $"{member.Property.DeclaringType!.Name}.{member.Name}").Distinct();
        var named = MembersOf(ConfigType.Of(typeof(StackConfig)), [])
            .Where(member => member.Name.EndsWith("Arn", StringComparison.Ordinal)).Select(member => $"{member.Property.DeclaringType!.Name}.{member.Name}").Distinct().ToList();

        Assert.Equal(named.Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
        Assert.Equal(Keys.Count, named.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ArnOfTheStacksRegionAndPartition_IsAccepted(string key) => Assert.Empty(Of(key, arn => arn));

    [Theory]
    [MemberData(nameof(Names))]
    public void ArnOfAnotherPartition_IsRefused(string key) => Assert.Contains(
        $"app:{key}: is in the partition aws-cn, but aws:region eu-central-1 is in aws",
        Of(key, arn => arn.Replace("arn:aws:", "arn:aws-cn:", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void ArnOfAnAccountThatIsNone_IsRefused(string key)
    {
        var problem = Assert.Single(Of(key, arn => arn.Replace("123456789012", "12345678901", StringComparison.Ordinal)));

        Assert.Matches($"^app:{Regex.Escape(key)}: \"arn:.*\" names the account \"12345678901\"; account ids have 12 digits$", problem);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ArnOfAnotherService_IsRefused(string key) => Assert.Matches(
        $"^app:{Regex.Escape(key)}: \"arn:aws:sqs.*\" is not valid; use the (full )?ARN of ",
        Assert.Single(Of(key, arn => "arn:aws:sqs" + arn[arn.IndexOf(':', 8)..])));

    [Theory]
    [InlineData("permissionsBoundaryArn", null)]
    [InlineData("domain.certificateArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("existingLoadBalancer.targetGroupArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("authentication.cognito.userPoolArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("database.kmsKeyArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("cache.kmsKeyArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("fileSystems.a.kmsKeyArn", "is in us-east-1; use one in aws:region eu-central-1")]
    [InlineData("service.secrets.A.secretArn", null)]
    [InlineData("service.secrets.A.kmsKeyArn", "is in us-east-1, but the secret is in eu-central-1")]
    public void ArnOfAnotherRegion_IsRefusedWhereItMustBeTheStacks(string key, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:{key}: {problem}"],
        Of(key, arn => arn.Replace("eu-central-1:", "us-east-1:", StringComparison.Ordinal)));

    [Fact]
    public void RegionWhereThereIsNone_AndNoneWhereThereIs_AreRefused()
    {
        Assert.Equal(
            ["app:permissionsBoundaryArn: \"arn:aws:iam:eu-central-1:123456789012:policy/boundary\" names a region; use the ARN of an IAM policy"],
            Of("permissionsBoundaryArn", arn => arn.Replace("iam::", "iam:eu-central-1:", StringComparison.Ordinal)));
        Assert.Equal(
            ["app:database.kmsKeyArn: \"arn:aws:kms::123456789012:key/0a1b\" names no region; use the ARN of a KMS key"],
            Of("database.kmsKeyArn", arn => arn.Replace("kms:eu-central-1", "kms:", StringComparison.Ordinal)));
    }

    [Fact]
    public void SecretOfAnotherRegion_IsAWarning_AndItsKeyMustBeThere()
    {
        const string Elsewhere = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
        const string Warning = "app:service.secrets.A.secretArn: is in eu-west-1: no task starts while that region is unreachable; use a replica of the secret in eu-central-1";

        Assert.Equal([Warning], Warnings.Of(("service", $$$$"""{"secrets":{"A":{"secretArn":"{{{{Elsewhere}}}}"}}}""")));
        Assert.Equal(
            ["app:service.secrets.A.kmsKeyArn: is in eu-central-1, but the secret is in eu-west-1"],
            Problems.Of(("service", $$$$"""{"secrets":{"A":{"secretArn":"{{{{Elsewhere}}}}","kmsKeyArn":"{{{{Key}}}}"}}}""")));
    }

    private static IReadOnlyList<string> Of(string key, Func<string, string> change)
    {
        var (arn, stack) = Keys[key];
        return Problems.Of([.. stack.Select(part => (part.Key, part.Json.Replace("ARN", change(arn), StringComparison.Ordinal)))]);
    }

    private static IEnumerable<ConfigMember> MembersOf(ConfigType type, HashSet<ConfigType> seen) => seen.Add(type)
        ? type.Members.SelectMany(member => member.Type.Leaf.Kind == ConfigKind.Block ? MembersOf(member.Type.Leaf, seen) : [member])
        : [];
}
