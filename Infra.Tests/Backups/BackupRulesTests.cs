using Infra.Tests.Support;

namespace Infra.Tests.Backups;

public sealed class BackupRulesTests
{
    private static readonly (string Key, string Json) FileSystems = ("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}""");

    [Fact]
    public void Backup_WithoutData_IsRefused() => Assert.Equal(
        ["app:backup: has nothing to back up; add app:database or app:fileSystems, or remove it"], Problems.Of(("backup", Blocks.Backup)));

    [Fact]
    public void Backup_OfADatabase_IsAccepted() => Assert.Empty(Problems.Of(("backup", Blocks.Backup), ("database", Blocks.Database)));

    [Fact]
    public void Backup_OfFileSystems_IsAccepted() => Assert.Empty(Problems.Of(("backup", Blocks.Backup), FileSystems));

    [Fact]
    public void ColdStorage_WithoutFileSystems_IsRefused() => Assert.Equal(
        ["app:backup.coldStorageAfterDays: has no effect: AWS Backup moves only backups of file systems to cold storage, and this stack has none; remove it"],
        Problems.Of(
            ("backup", """{"retentionDays":97,"coldStorageAfterDays":7,"deleteWithBackups":true}"""), ("database", Blocks.Database)));

    [Theory]
    [InlineData(97, null)]
    [InlineData(96,
        "app:backup.retentionDays: 96 does not fit coldStorageAfterDays 7; use 97 or more, because cold storage is billed for at least 90 days")]
    public void Retention_LessThanNinetyDaysInColdStorage_IsRefused(int days, string? problem)
    {
        var backup = $$"""{"retentionDays":{{days}},"coldStorageAfterDays":7,"deleteWithBackups":true}""";

        Assert.Equal(problem is null ? [] : new[] { problem }, Problems.Of(("backup", backup), FileSystems));
    }
}
