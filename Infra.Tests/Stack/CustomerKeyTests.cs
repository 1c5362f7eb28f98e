using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>A stack with <c>app:kmsKeyArn</c>: the key encrypts all that is stored, and who reads it may use the key.</summary>
public class CustomerKeyTests
{
    private const string Stack = "customer-key";
    private const string KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b";

    [Fact]
    public async Task Key_EncryptsAllThatIsStored()
    {
        var run = await KnownStacks.Run(Stack);

        AssertKey(run.All<SecretsManager.Secret>(), 2, "kmsKeyId");
        AssertKey(run.All<CloudWatch.LogGroup>(), 6, "kmsKeyId"); // three tasks, sessions, connections, the database
        AssertKey(run.All<Sqs.Queue>(), 4, "kmsMasterKeyId");
        AssertKey(run.All<Sns.Topic>(), 1, "kmsMasterKeyId");
        AssertKey(run.All<Rds.Instance>(), 1, "kmsKeyId");
        AssertKey(run.All<Rds.Instance>(), 1, "performanceInsightsKmsKeyId");
        AssertKey(run.All<Efs.FileSystem>(), 1, "kmsKeyId");
        AssertKey(run.All<Backup.Vault>(), 1, "kmsKeyArn");
        AssertKey(run.All<Ecr.Repository>(), 1, "encryptionConfigurations[0].kmsKey");
        AssertKey([run.Find<S3.BucketServerSideEncryptionConfiguration>("shop-buckets-uploads")], 1, "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId");
    }

    [Fact]
    public async Task Queue_IsNotEncryptedTwice() => ResourceAssert.Every(
        (await KnownStacks.Run(Stack)).All<Sqs.Queue>(), queue => Assert.False(queue.Has("sqsManagedSseEnabled")));

    // Elastic Load Balancing cannot deliver to a bucket with a customer key.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    [Fact]
    public async Task AccessLogs_KeepTheKeyOfS3()
    {
        var encryption = (await KnownStacks.Run(Stack)).Find<S3.BucketServerSideEncryptionConfiguration>("shop-lb-logs");

        Assert.Equal("AES256", encryption["rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"]);
        Assert.Null(encryption["rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"]);
    }

    [Fact]
    public async Task Sessions_AreWrittenToAnEncryptedLogOnly() => Assert.Equal(
        true,
        (await KnownStacks.Run(Stack)).Single<Ecs.Cluster>()["configuration.executeCommandConfiguration.logConfiguration.cloudWatchEncryptionEnabled"]);

    [Theory]
    [InlineData("shop-task-execution", "kms:Decrypt")]
    [InlineData("shop-task-app", "kms:Decrypt kms:GenerateDataKey s3", "kms:Decrypt kms:GenerateDataKey sqs")]
    [InlineData("shop-job-night-task-app", "kms:Decrypt sqs")]
    [InlineData("shop-job-import-task-app", "kms:Decrypt s3")]
    [InlineData("shop-job-night-schedule", "kms:Decrypt kms:GenerateDataKey sqs")]
    [InlineData("shop-backup", "kms:Decrypt kms:DescribeKey kms:GenerateDataKey")]
    public async Task Role_MayUseTheKeyForWhatItReadsAndWrites(string role, params string[] rights)
    {
        var statements = (await KnownStacks.Run(Stack)).Find<AwsIam.RolePolicy>(role).Json("policy")["Statement"]!.AsArray()
            .Where(statement => statement!["Action"]!.AsArray().Any(action => ((string)action!).StartsWith("kms:", StringComparison.Ordinal)))
            .ToList();

        Assert.Equal(rights, statements.Select(statement => Right(statement!)));
        Assert.All(statements, statement => Assert.Equal([KeyArn], statement!["Resource"]!.AsArray().Select(resource => (string)resource!)));
    }

    [Fact]
    public async Task DatabaseKey_OfItsOwn_GoesBeforeTheStacks()
    {
        const string Other = "arn:aws:kms:eu-central-1:123456789012:key/other";
        var run = await StackRun.Of(TestConfigs.With(
            ("kmsKeyArn", KeyArn), ("database", Blocks.Database), ("database", $$"""{"kmsKeyArn":"{{Other}}"}"""), ("service", """{"uses":["database"]}""")));

        Assert.Equal(Other, run.Single<Rds.Instance>()["kmsKeyId"]);
        Assert.Equal(KeyArn, run.Single<SecretsManager.Secret>()["kmsKeyId"]);
    }

    private static void AssertKey(IReadOnlyList<RegisteredResource> resources, int expected, string input)
    {
        Assert.Equal(expected, resources.Count);
        Assert.All(resources, resource => Assert.Equal(KeyArn, resource[input]));
    }

    private static string Right(JsonNode statement)
    {
        var service = (string?)statement["Condition"]?["StringLike"]?["kms:ViaService"];
        return service is null ? Words(statement["Action"]!) : $"{Words(statement["Action"]!)} {service.Replace(".eu-central-1.amazonaws.com*", "", StringComparison.Ordinal)}";
    }

    private static string Words(JsonNode node) => node is JsonArray list ? string.Join(' ', list.Select(item => (string)item!)) : (string)node!;
}
