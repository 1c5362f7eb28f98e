using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public class TaskRolesTests
{
    private const string OwnLog =
        """{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":["arn:LogGroup:shop-task:*"]}""";

    [Fact]
    public async Task Roles_TrustEcsTasksOnly()
    {
        var roles = (await ContainerTaskRun.Of("{}")).All<AwsIam.Role>();

        Assert.Equal(["shop-task-execution", "shop-task-app"], roles.Select(role => role.Name));
        Assert.All(roles, role => Assert.Equal(
            "ecs-tasks.amazonaws.com", (string?)role.Json("assumeRolePolicy")["Statement"]![0]!["Principal"]!["Service"]));
    }

    [Fact]
    public async Task ExecutionRole_PublicImageWithoutSecrets_AllowsLogOnly() =>
        ResourceAssert.Json($"[{OwnLog}]", await Statements("{}", "shop-task-execution"));

    [Fact]
    public async Task ExecutionRole_ImageInEcr_AllowsPullingFromRepositoryOnly() => ResourceAssert.Json(
        $$"""
        [
          {{OwnLog}},
          {"Effect": "Allow", "Action": ["ecr:GetAuthorizationToken"], "Resource": ["*"]},
          {
            "Effect": "Allow",
            "Action": ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            "Resource": ["arn:aws:ecr:eu-central-1:123456789012:repository/team/shop"]
          }
        ]
        """,
        await Statements("""{"image":"123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1"}""", "shop-task-execution"));

    [Fact]
    public async Task ExecutionRole_Secrets_AllowsReadingOnlyThese() => ResourceAssert.Json(
        $$"""
        [
          {{OwnLog}},
          {"Effect": "Allow", "Action": ["secretsmanager:GetSecretValue"], "Resource": ["arn:Secret:shop-database"]},
          {"Effect": "Allow", "Action": ["ssm:GetParameters"], "Resource": ["arn:aws:ssm:eu-central-1:123456789012:parameter/token"]}
        ]
        """,
        await Statements("""{"secrets":{"URL":{"from":"database.url"},"TOKEN":{"ssmParameter":"token"}}}""", "shop-task-execution"));

    [Fact]
    public async Task TaskRole_WithoutPermissions_HasNoPolicy()
    {
        var run = await ContainerTaskRun.Of("{}");

        Assert.Equal("shop-task-execution", run.Single<AwsIam.RolePolicy>().Name);
    }

    [Fact]
    public async Task TaskRole_Permissions_AreRendered() => ResourceAssert.Json(
        """[{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":["arn:aws:sqs:eu-central-1:123456789012:orders"]}]""",
        await Statements(
            """{"permissions":[{"actions":["sqs:SendMessage"],"resources":["arn:aws:sqs:${aws.region}:${aws.accountId}:orders"]}]}""",
            "shop-task-app"));

    [Fact]
    public async Task TaskRole_Exec_AllowsSessionsAndTheirLog() => ResourceAssert.Json(
        """
        [
          {
            "Effect": "Allow",
            "Action": [
              "ssmmessages:CreateControlChannel",
              "ssmmessages:CreateDataChannel",
              "ssmmessages:OpenControlChannel",
              "ssmmessages:OpenDataChannel"
            ],
            "Resource": ["*"]
          },
          {"Effect": "Allow", "Action": ["logs:DescribeLogGroups"], "Resource": ["*"]},
          {
            "Effect": "Allow",
            "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            "Resource": ["arn:LogGroup:shop-cluster-exec:*"]
          }
        ]
        """,
        await Statements("""{"exec":true}""", "shop-task-app"));

    [Fact]
    public async Task TaskRole_Buckets_AllowsConfiguredAccess()
    {
        var run = await ContainerTaskRun.Of("""{"buckets":{"results":"readWrite"}}""", $$"""{"results":{{Blocks.Bucket}}}""");

        var resources = Statements(run, "shop-task-app").AsArray().SelectMany(statement => statement!["Resource"]!.AsArray());
        Assert.Equal(["arn:Bucket:shop-buckets-results", "arn:Bucket:shop-buckets-results/*"], resources.Select(resource => (string?)resource));
    }

    private static async Task<JsonNode> Statements(string service, string role) => Statements(await ContainerTaskRun.Of(service), role);

    private static JsonNode Statements(StackRun run, string role)
    {
        var policy = run.Find<AwsIam.RolePolicy>(role);
        Assert.Equal($"{role}-Role", policy["role"]);
        return policy.Json("policy")["Statement"]!;
    }
}
