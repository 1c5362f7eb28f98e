using Infra.Sandbox.Changes;
using Infra.Sandbox.Tests.Changes.Support;

namespace Infra.Sandbox.Tests.Changes.Edits;

/// <summary>Edits that replace what holds data: the replacement fails before anything is deleted.</summary>
public sealed class DataEditTests
{
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    private const string LiveBeats = "examples/live-beats.yaml";
    private const string NodesOfCache = "    nodeType: cache.t4g.micro\n";

    [Theory]
    [InlineData("    engineVersion: 17", "    kmsKeyArn: " + Key + "\n    engineVersion: 17")]
    [InlineData("    username: dekart", "    username: other")]
    [InlineData("    name: dekart\n    username", "    name: other\n    username")]
    public async Task DatabaseIdentity_Changed_FailsBeforeTheDatabaseIsDeleted(string text, string replacement)
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Dev, (text, replacement));

        Assert.StartsWith("CreateReplacement Instance dekart-database\n", plan.Steps());
        Assert.Equal(
            "1 DBInstanceAlreadyExists: database dekart-database gets the identifier of the one that it replaces, which still exists.", plan.Problems());
    }

    [Fact]
    public async Task CacheKey_Changed_FailsBeforeTheCacheIsDeleted()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, (NodesOfCache, $"{NodesOfCache}    kmsKeyArn: {Key}\n"));

        Assert.StartsWith("CreateReplacement ReplicationGroup media-cache\n", plan.Steps());
        Assert.StartsWith(
            "1 ReplicationGroupAlreadyExists: replication group media-cache gets the identifier of the one that it replaces, which still exists",
            plan.Problems());
    }

    [Fact]
    public async Task ServerlessCache_WithAnotherZone_IsNotReplaced()
    {
        const string Serverless = "    serverless: { maximumStorageGiB: 2, maximumEcpuPerSecond: 5000 }\n";
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [
                (NodesOfCache, Serverless), ("engineVersion: \"8.0\"", "engineVersion: \"8\""),
                ("[eu-central-1a, eu-central-1b, eu-central-1c]", "[eu-central-1a, eu-central-1b]"),
            ],
            [("[eu-central-1a, eu-central-1b]", "[eu-central-1a, eu-central-1b, eu-central-1c]")]);

        Assert.DoesNotContain(plan.Changes, change => change.Key.Type == "aws:elasticache/serverlessCache:ServerlessCache");
    }

    [Fact]
    public async Task StackKey_Added_RefusesToReplaceRepositories()
    {
        var plan = await EditedStack.PlanAsync(
            LiveBeats, ("  app:name: live-beats\n", $"  app:name: live-beats\n  app:kmsKeyArn: {Key.Replace("eu-central-1", "eu-west-2", StringComparison.Ordinal)}\n"));

        Assert.Contains("live-beats-repositories-app is protected, and Pulumi neither replaces nor deletes a protected resource", plan.Problems());
    }

    [Fact]
    public async Task StackKey_AddedToRepositoriesDeletedWithImages_FailsBeforeTheImagesAreDeleted()
    {
        var plan = await EditedStack.PlanAsync(
            LiveBeats,
            [("deleteWithImages: false", "deleteWithImages: true")],
            [("  app:name: live-beats\n", $"  app:name: live-beats\n  app:kmsKeyArn: {Key.Replace("eu-central-1", "eu-west-2", StringComparison.Ordinal)}\n")]);

        var (create, delete) = (Number(plan, StepKind.CreateReplacement), Number(plan, StepKind.DeleteReplaced));
        Assert.InRange(create, 1, delete - 1);
        Assert.Contains($"{create} RepositoryAlreadyExistsException: repository live-beats-repositories-app gets the name", plan.Problems());

        static int Number(UpdatePlan plan, StepKind kind) =>
            plan.Steps.Single(step => step.Kind == kind && step.Change.Key.Type == "aws:ecr/repository:Repository").Number;
    }

    [Fact]
    public async Task StackKey_AddedToAVault_RefusesToReplaceIt()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("  app:name: media\n", $"  app:name: media\n  app:kmsKeyArn: {Key}\n"));

        Assert.Contains("media-backup is protected, and Pulumi neither replaces nor deletes a protected resource", plan.Problems());
    }

    [Fact]
    public async Task StackKey_AddedToAVaultDeletedWithBackups_FailsBeforeTheBackupsAreDeleted()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [("deleteWithBackups: false", "deleteWithBackups: true")],
            [("  app:name: media\n", $"  app:name: media\n  app:kmsKeyArn: {Key}\n")]);

        Assert.Contains("AlreadyExistsException: vault media-backup gets the name of the one that it replaces, which still exists", plan.Problems());
    }

    [Fact]
    public async Task Bucket_WithObjects_CannotBeRemoved()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.Prod,
            ("    buckets:\n      results: readWrite\n", ""),
            ("  app:buckets:\n    results:\n      versioning: true\n      deleteWithContents: false\n      expireAfterDays: 365\n", ""),
            ("${bucket.results}", "elsewhere"));

        Assert.Contains("dekart-buckets-results is protected, and Pulumi neither replaces nor deletes a protected resource", plan.Problems());
    }

    [Theory]
    [InlineData("      expireAfterDays: 400\n", false)]
    [InlineData("      expireAfterDays: 30\n", true)]
    [InlineData("", false)]
    public async Task ExpiryOfObjects_DeletesDataOnlyWhenItComesSooner(string replacement, bool losesData)
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("      expireAfterDays: 365\n", replacement));

        Assert.Equal("Update BucketLifecycleConfiguration dekart-buckets-results", plan.Steps());
        Assert.Equal(losesData, plan.IsHarmful);
        Assert.Empty(plan.Ignored);
    }

    [Fact]
    public async Task Repository_Added_DeletesNoImages()
    {
        var plan = await EditedStack.PlanAsync(
            LiveBeats, ("  app:repositories:\n", "  app:repositories:\n    tools: { keepImages: 20, deleteWithImages: false }\n"));

        Assert.Equal("Create Repository live-beats-repositories-tools\nCreate LifecyclePolicy live-beats-repositories-tools", plan.Steps());
        Assert.False(plan.IsHarmful);
    }

    [Fact]
    public async Task MajorUpgrade_InTheMaintenanceWindow_KeepsTheParameterGroupInUse()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("engineVersion: 17", "engineVersion: 18\n    allowMajorVersionUpgrade: true"));

        Assert.Contains("CreateReplacement ParameterGroup dekart-database", plan.Steps());
        Assert.Empty(plan.Problems);
    }
}
