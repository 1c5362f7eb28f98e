using Infra.ObjectStorage;
using Infra.Secrets;
using Infra.Tasks;

namespace Infra.Tests.Iam;

/// <summary>Policy statements of roles as IAM JSON.</summary>
public sealed class PermissionsTests
{
    private const string LogGroup = "arn:aws:logs:eu-central-1:123456789012:log-group:/ecs/shop-dev";
    private const string Opening = """{"Version":"2012-10-17","Statement":[""";
    private const string WriteLog = $$"""{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":["{{LogGroup}}:*"]}""";

    [Fact]
    public void WriteLog_AllowsItsLogGroupOnly() => Assert.Equal([WriteLog], Statements([ExecutionPermissions.WriteLog(LogGroup)]));

    [Fact]
    public void Pull_AllowsOneRepositoryOnly() => Assert.Equal(
        [
            """{"Effect":"Allow","Action":["ecr:GetAuthorizationToken"],"Resource":["*"]}""",
            """{"Effect":"Allow","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":"""
                + """["arn:aws:ecr:eu-west-1:999999999999:repository/team/app"]}""",
        ],
        Statements(ExecutionPermissions.Pull("arn:aws:ecr:eu-west-1:999999999999:repository/team/app")));

    [Fact]
    public void ReadPermissions_OfSeveralSecrets_AreOneStatementPerService() => Assert.Equal(
        [
            """{"Effect":"Allow","Action":["secretsmanager:GetSecretValue"],"Resource":["arn:s1","arn:s2"]}""",
            """{"Effect":"Allow","Action":["ssm:GetParameters"],"Resource":["arn:p1","arn:p2"]}""",
            """{"Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:k1","arn:k2"]}""",
        ],
        Statements(ReadPermissions.Merge(
        [
            new(SecretStore.ParameterStore, "arn:p2", "arn:k2"),
            new(SecretStore.SecretsManager, "arn:s2", null),
            new(SecretStore.SecretsManager, "arn:s1", "arn:k1"),
            new(SecretStore.ParameterStore, "arn:p1", "arn:k2"),
            new(SecretStore.SecretsManager, "arn:s2", null),
        ])));

    [Fact]
    public void ReadPermissions_OfOneParameter_AllowNothingElse() => Assert.Equal(
        ["""{"Effect":"Allow","Action":["ssm:GetParameters"],"Resource":["arn:p1"]}"""],
        Statements(ReadPermissions.Merge([new(SecretStore.ParameterStore, "arn:p1", null)])));

    [Fact]
    public void ReadPermissions_WithoutSecrets_AreNone() => Assert.Empty(ReadPermissions.Merge([]));

    [Fact]
    public void Exec_AllowsTheFourChannelActions() => Assert.Equal(
        """
        {"Effect":"Allow","Action":["ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"],"Resource":["*"]}
        """.ReplaceLineEndings(""),
        Assert.Single(Statements([ExecPermissions.Statement])));

    [Fact]
    public void BucketPermissions_CoverBucketAndObjects() => Assert.Equal(
        [
            """{"Effect":"Allow","Action":["s3:GetBucketLocation","s3:ListBucket","s3:ListBucketMultipartUploads"],"Resource":"""
                + """["arn:aws:s3:::b"]}""",
            """{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::b/*"]}""",
            """{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:DeleteObject","""
                + "\"s3:AbortMultipartUpload\",\"s3:ListMultipartUploadParts\"],\"Resource\":[\"arn:aws:s3:::b/*\"]}",
        ],
        Statements(
        [
            BucketPermissions.List("arn:aws:s3:::b"),
            BucketPermissions.Use("arn:aws:s3:::b", write: false),
            BucketPermissions.Use("arn:aws:s3:::b", write: true),
        ]));

    [Fact]
    public void SecretReference_WithJsonKey_UsesTheCurrentVersion() =>
        Assert.Equal("arn:aws:secretsmanager:s-AbCdEf:url::", SecretReference.ToJsonKey("arn:aws:secretsmanager:s-AbCdEf", "url"));

    private static List<string> Statements(IEnumerable<PolicyStatement> statements) =>
        [.. statements.Select(statement => PolicyDocument.Json([statement])[Opening.Length..^"]}".Length])];
}
