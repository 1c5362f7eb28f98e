using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Infra.Facts;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Permissions;
using Infra.Sandbox.Permissions.Policies;
using Infra.Sandbox.Permissions.Recordings;
using Infra.Sandbox.Tests.Providers.Support;

namespace Infra.Sandbox.Tests.Permissions.Policies;

public sealed partial class StatementTests
{
    private const string Application = "shop";

    private static readonly IReadOnlyList<Statement> Statements = [.. Statement.ReadAll()];

    private static readonly IReadOnlyList<RecordedAction> Recorded = [.. RecordedAction.ReadAll()];

    public static TheoryData<string> Actions => [.. Statement.NeededActions()];

    [Fact]
    public void RecordedActions_AreMany() => Assert.InRange(Recorded.Count, 250, 400);

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_Exists(string action) => Assert.Null(IamActions.Check(action));

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_IsGranted(string action) => Assert.Contains(Statements, statement => statement.Actions.Contains(action));

    // A statement for any resource would make a limited one useless.
    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_IsNotGrantedForAnythingBesidesALimitedStatement(string action)
    {
        var granting = Statements.Where(statement => statement.Actions.Contains(action)).ToList();

        Assert.True(granting.Count == 1 || !granting.Exists(IsUnlimited), $"{string.Join(' ', granting.Select(statement => statement.Name))}");
    }

    [Fact]
    public void AdditionalActions_AreNotRecorded() => Assert.Empty(
        PermissionFacts.ReadColumns("additional-actions").Select(columns => columns[0]).Intersect(Recorded.Select(recorded => recorded.Action)));

    [Fact]
    public void Statements_GrantSomething() => Assert.All(Statements, statement => Assert.NotEmpty(statement.Actions));

    // Only what takes no resource, or has a reason, is granted for any resource without a condition on its tags.
    [Fact]
    public void Changes_AreLimitedByNameOrTag() => Assert.Equal(
        [],
        Statements.Where(statement => IsUnlimited(statement) && statement.Reason is null)
            .SelectMany(statement => statement.Actions.Where(action => !ActionFacts.Find(action)!.IsRead)));

    [Fact]
    public void AnyResource_IsGrantedToTheseChangesOnly() => Assert.Equal(
        [
            "backup-storage:MountCapsule", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
            "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:SetWebACL",
            "route53:AssociateVPCWithHostedZone", "route53:CreateHostedZone", "route53:DeleteHostedZone",
            "servicediscovery:TagResource", "servicediscovery:UntagResource",
        ],
        Statements.Where(IsUnlimited).SelectMany(statement => statement.Actions).Where(action => !ActionFacts.Find(action)!.IsRead)
            .Order(StringComparer.Ordinal));

    // IAM checks such an action against "*", so no ARN and no tag of a resource would ever match.
    [Fact]
    public void ActionsWithoutResource_AreGrantedForAny() => Assert.Equal(
        [],
        Statement.NeededActions().Where(action => ActionFacts.Find(action)!.Resources.IsEmpty
            && !Statements.Any(statement => statement.Actions.Contains(action) && statement.IsForAnything && !statement.Conditions.Contains("own"))));

    // Otherwise AWS denies the call: a condition on a tag that is not sent is never true.
    [Fact]
    public void NewTags_AreRequiredOnlyWhereTheProviderSendsThem() => Assert.Empty(
        Statements.Where(statement => statement.Conditions.Contains("new"))
            .SelectMany(statement => statement.Actions)
            .Except(Statements.Single(statement => statement.Name == "Own").Actions)
            .Intersect(Recorded.Where(recorded => !recorded.IsTagged).Select(recorded => recorded.Action)));

    [Fact]
    public void RecordedResources_AreGranted() => Assert.Equal(
        [],
        Recorded.SelectMany(recorded => recorded.Resources.Select(resource => (recorded.Action, Resource: resource)))
            .Where(call => !Statements.Any(statement => statement.Actions.Contains(call.Action) && Includes(statement, call.Resource)))
            .Select(call => $"{call.Action} {call.Resource}"));

    [Theory]
    [InlineData("rds:DeleteDBInstance", "arn:aws:rds:{region}:{account}:db:other-database-1")]
    [InlineData("s3:DeleteBucket", "arn:aws:s3:::pulumi-shop-state-123456789012-eu-central-1")]
    [InlineData("iam:PutRolePolicy", "arn:aws:iam::{account}:role/bootstrap/pulumi-shop-dev-deploy")]
    [InlineData("iam:CreateRole", "arn:aws:iam::{account}:role/admin")]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:{region}:{account}:secret:other-######")]
    [InlineData("ecs:UpdateService", "arn:aws:ecs:{region}:{account}:service/other-dev/other")]
    [InlineData("logs:DeleteLogGroup", "arn:aws:logs:{region}:{account}:log-group:/ecs/other-dev")]
    public void ResourcesOfOthers_AreNotGranted(string action, string resource) =>
        Assert.DoesNotContain(Statements, statement => statement.Actions.Contains(action) && Includes(statement, resource));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task PassedRoles_AreThoseOfTheStacks(string stack) => AssertPassed(await ShippedGraphs.OfStackAsync(stack));

    [Theory]
    [InlineData("datero")]
    [InlineData("ecs-guide")]
    [InlineData("event-jobs")]
    [InlineData("live-beats")]
    public async Task PassedRoles_AreThoseOfTheExamples(string example) => AssertPassed(await ShippedGraphs.OfExampleAsync(example));

    private static void AssertPassed(ResourceGraph graph)
    {
        var services = graph.Resources.Where(resource => resource.Key.Type == "aws:iam/role:Role")
            .SelectMany(role => Service().Matches($"{role.Inputs.Find("assumeRolePolicy")}").Select(match => match.Value))
            .ToHashSet();
        Assert.NotEmpty(services);
        Assert.Subset(PolicyConditions.Passed.ToHashSet(), services);
        Assert.Subset(
            PolicyConditions.Attached.ToHashSet(),
            graph.Resources.Where(resource => resource.Key.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                .Select(attachment => AwsPolicy().Match($"{attachment.Inputs.Find("policyArn")}").Groups[1].Value)
                .ToHashSet());
    }

    private static bool IsUnlimited(Statement statement) =>
        statement.IsForAnything && statement.Conditions.All(condition => condition is "region");

    private static bool Includes(Statement statement, string resource) => statement.Resources.Any(pattern => pattern == "*"
        || FileSystemName.MatchesSimpleExpression(Filled(PolicyStatements.Arn(pattern)), resource.Replace("{application}", Application), ignoreCase: false));

    private static string Filled(string pattern) => pattern
        .Replace("${AWS::Partition}", "aws").Replace("${AWS::Region}", "{region}").Replace("${AWS::AccountId}", "{account}")
        .Replace("${Application}", Application).Replace("${HostedZoneId}", "*");

    [GeneratedRegex("iam::aws:policy/([A-Za-z0-9/-]+)")]
    private static partial Regex AwsPolicy();

    [GeneratedRegex(@"[a-z0-9-]+\.amazonaws\.com")]
    private static partial Regex Service();
}
