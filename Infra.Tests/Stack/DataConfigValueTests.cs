using Infra.Configuration.Binding;
using Infra.Tests.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The limits of file systems, volumes, queues, repositories and backups, from both sides.</summary>
public sealed class DataConfigValueTests
{
    private const string KmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b";

    [Theory]
    [InlineData("""{"deletionProtection":true,"throughput":"elastic","transitionToColdAfterDays":1,"automaticBackups":false}""")]
    [InlineData($$"""{"deletionProtection":false,"throughput":"bursting","transitionToColdAfterDays":365,"kmsKeyArn":"{{KmsKeyArn}}"}""")]
    public void FileSystemWithinItsLimits_IsAccepted(string json) => Assert.Empty(Of("fileSystems", "media", json));

    [Theory]
    [InlineData("{}", "deletionProtection: is required; use true or false")]
    [InlineData("""{"deletionProtection":true,"throughput":"provisioned"}""", "throughput: \"provisioned\" is not one of elastic or bursting")]
    [InlineData("""{"deletionProtection":true,"transitionToColdAfterDays":2}""",
        "transitionToColdAfterDays: 2 is not one of 1, 7, 14, 30, 60, 90, 180, 270 or 365")]
    [InlineData("""{"deletionProtection":true,"kmsKeyArn":"alias/shop"}""", "kmsKeyArn: \"alias/shop\" is not valid; use the ARN of a KMS key")]
    public void FileSystemBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:fileSystems.media.{problem}"], Of("fileSystems", "media", json));

    [Theory]
    [InlineData("""{"visibilityTimeoutSeconds":0,"retentionDays":1,"maximumReceives":1,"deadLetterRetentionDays":1}""")]
    [InlineData("""{"visibilityTimeoutSeconds":43200,"retentionDays":14,"maximumReceives":1000,"deadLetterRetentionDays":14,"fifo":true}""")]
    public void QueueWithinItsLimits_IsAccepted(string json) => Assert.Empty(Of("queues", "work", json));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void RepositoryWithinItsLimits_IsAccepted(int images) =>
        Assert.Empty(Of("repositories", "web", $$"""{"deleteWithImages":true,"keepImages":{{images}}}"""));

    [Theory]
    [InlineData("{}", "deleteWithImages: is required; use true or false")]
    public void RepositoryBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:repositories.web.{problem}"], Of("repositories", "web", json));

    [Theory]
    [InlineData("fileSystems", """{"deletionProtection":true}""")]
    [InlineData("queues", "{}")]
    [InlineData("repositories", """{"deleteWithImages":true}""")]
    public void Name_InAMap_IsAPartOfOtherNames(string key, string json)
    {
        const string Longest = "abcdefghijklmnopqrstuvwxyz";

        Assert.Empty(Of(key, Longest, json));
        Assert.Equal(
            [$"app:{key}.{Longest}z: is not a valid name; use up to 26 lower-case letters, digits and single dashes, a letter first"],
            Of(key, $"{Longest}z", json));
    }

    [Theory]
    [InlineData("""{"retentionDays":1,"deleteWithBackups":true,"schedule":"cron(0/30 1 ? * MON-FRI *)"}""")]
    [InlineData("""{"retentionDays":36500,"deleteWithBackups":false,"coldStorageAfterDays":36410}""")]
    public void BackupWithinItsLimits_IsAccepted(string json) => Assert.Empty(OfBackup(json));

    [Theory]
    [InlineData("""{"retentionDays":9}""", "deleteWithBackups: is required; use true or false")]
    [InlineData("""{"retentionDays":9,"deleteWithBackups":true,"schedule":"0 5 * * *"}""",
        "schedule: \"0 5 * * *\" is not a cron expression such as cron(0 20 ? * MON-FRI *)")]
    public void BackupBeyondItsLimits_IsRefused(string json, string problem) => Assert.Equal([$"app:backup.{problem}"], OfBackup(json));

    [Theory]
    [InlineData("""{"mountPath":"/data"}""")]
    [InlineData("""{"mountPath":"/var/lib/my_app-1.0/.cache","fileSystem":"media","path":"/a/b/c/d","readOnly":true,"uid":1,"gid":2147483647}""")]
    public void VolumeWithinItsLimits_IsAccepted(string json) => Assert.Empty(OfVolume(json));

    [Theory]
    [InlineData("{}", "mountPath: is required; use an absolute path such as /var/lib/app")]
    [InlineData("""{"mountPath":"data"}""", "mountPath: \"data\" is not valid; use an absolute path such as /var/lib/app")]
    [InlineData("""{"mountPath":"/"}""", "mountPath: \"/\" is not valid; use an absolute path such as /var/lib/app")]
    [InlineData("""{"mountPath":"/data/../etc"}""", "mountPath: \"/data/../etc\" is not valid; use an absolute path such as /var/lib/app")]
    [InlineData("""{"mountPath":"/data","path":"/"}""", "path: \"/\" is not valid; use a path of one to four directories such as /uploads")]
    [InlineData("""{"mountPath":"/data","path":"/a/b/c/d/e"}""",
        "path: \"/a/b/c/d/e\" is not valid; use a path of one to four directories such as /uploads")]
    [InlineData("""{"mountPath":"/data","path":"/a/."}""", "path: \"/a/.\" is not valid; use a path of one to four directories such as /uploads")]
    public void VolumeBeyondItsLimits_IsRefused(string json, string problem) => Assert.Equal([$"app:volume.{problem}"], OfVolume(json));

    private static IReadOnlyList<string> Of(string key, string name, string json) => Problems.Of((key, $$"""{"{{name}}":{{json}}}"""));

    private static IReadOnlyList<string> OfBackup(string json) => Problems.Of(
        ("backup", json), ("fileSystems", """{"media":{"deletionProtection":true}}"""));

    private static IReadOnlyList<string> OfVolume(string json)
    {
        var problems = new ConfigProblems("dev");
        using var value = System.Text.Json.JsonDocument.Parse(json);
        ValueBinder.Bind<VolumeConfig>("app:volume", value.RootElement, problems);
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
