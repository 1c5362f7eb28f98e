using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>What the roles of a stack may do.</summary>
public class PermissionInvariants
{
    // Those that AWS documents to know no resources.
    private static readonly string[] WithoutResources =
    [
        "ecr:GetAuthorizationToken",
        "ecs:ListServices",
        "ecs:ListTasks",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    [Theory]
    [EveryStack]
    public async Task Policy_Allow_NamesActionsAndNeverAllOfAService(string stack) => ResourceAssert.Every(
        [.. (await Allowed(stack)).SelectMany(statement => Texts(statement["Action"]))],
        action => Assert.Matches("^[a-z0-9-]+:[A-Z][A-Za-z]+\\*?$", action));

    [Theory]
    [EveryStack]
    public async Task Policy_OnEverything_IsForWhatKnowsNoResourcesOrIsConfigured(string stack)
    {
        var configured = KnownStacks.Config(stack).AllTasks
            .SelectMany(task => task.Task.Permissions)
            .Where(permission => permission.Resources.Contains("*"))
            .SelectMany(permission => permission.Actions);
        var onEverything = (await Allowed(stack))
            .Where(statement => Texts(statement["Resource"]).Contains("*"))
            .SelectMany(statement => Texts(statement["Action"]))
            .ToList();

        Assert.Superset(onEverything.ToHashSet(), configured.Concat(WithoutResources).ToHashSet());
        Assert.Equal(configured.Order(), onEverything.Except(WithoutResources).Order());
    }

    [Fact]
    public async Task Policy_OfTheExecutionRole_ReadsExactlyTheSecretsOfTheTask()
    {
        var statements = (await KnownStacks.Run("stateful")).Find<Iam.RolePolicy>("shop-task-execution").Json("policy")["Statement"]!.AsArray();

        Assert.Equal(
            [
                "arn:Secret:shop-database",
                "arn:Secret:shop-task-secrets-GENERATED",
                "arn:Secret:shop-task-secrets-STORED",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf",
            ],
            Texts(statements.Single(statement => Texts(statement!["Action"]).Contains("secretsmanager:GetSecretValue"))!["Resource"]));
        Assert.Equal(
            ["arn:aws:ssm:eu-central-1:123456789012:parameter/shop/parameter"],
            Texts(statements.Single(statement => Texts(statement!["Action"]).Contains("ssm:GetParameters"))!["Resource"]));
    }

    [Theory]
    [InlineData("minimal", 2)]
    [InlineData("networked", 3)]
    [InlineData("stateful", 2)]
    public async Task Role_Always_IsAssumedByOneServiceForThisAccountOnly(string stack, int expected)
    {
        var roles = (await KnownStacks.Run(stack)).All<Iam.Role>();

        Assert.Equal(expected, roles.Count);
        Assert.All(roles, role =>
        {
            var statement = Assert.Single(role.Json("assumeRolePolicy")["Statement"]!.AsArray())!;
            Assert.EndsWith(".amazonaws.com", (string?)statement["Principal"]!["Service"], StringComparison.Ordinal);
            Assert.Equal(MockedProvider.AccountId, (string?)statement["Condition"]!["StringEquals"]!["aws:SourceAccount"]![0]);
        });
    }

    [Fact]
    public async Task Role_PermissionsBoundary_LimitsEveryOne() => ResourceAssert.Every(
        (await KnownStacks.Run("stateful")).All<Iam.Role>(),
        role => Assert.Equal("arn:aws:iam::123456789012:policy/boundary", role["permissionsBoundary"]));

    // What is attached to a role or a bucket; a role's trust is a matter of its own.
    private static async Task<IReadOnlyList<JsonNode>> Allowed(string stack)
    {
        var run = await KnownStacks.Run(stack);
        return
        [
            .. run.All<Iam.RolePolicy>().Concat(run.All<S3.BucketPolicy>())
                .SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
                .Where(statement => (string?)statement!["Effect"] == "Allow")!,
        ];
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
