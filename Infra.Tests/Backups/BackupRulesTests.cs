using Infra.FileStorage;
using Infra.Tests.Support;

namespace Infra.Tests.Backups;

public sealed class BackupRulesTests
{
    private static readonly (string Key, string Json) FileSystems = ("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}""");

    [Fact]
    public void Backup_OfNothing_IsAProblem() => Assert.Equal(
        ["app:backup: has nothing to back up; add a database or fileSystems, or take it out"], Problems.Of(("backup", Blocks.Backup)));

    [Fact]
    public void Backup_OfADatabase_IsAccepted() => Assert.Empty(Problems.Of(("backup", Blocks.Backup), ("database", Blocks.Database)));

    [Fact]
    public void Backup_OfFileSystems_IsAccepted() => Assert.Empty(Problems.Of(("backup", Blocks.Backup), FileSystems));

    [Fact]
    public void ColdStorage_WithoutFileSystems_IsAProblem() => Assert.Equal(
        ["app:backup.coldStorageAfterDays: is without effect: AWS moves backups of file systems only, and there are none; take it out"],
        Problems.Of(
            ("backup", """{"retentionDays":97,"coldStorageAfterDays":7,"deleteWithBackups":true}"""), ("database", Blocks.Database)));

    [Theory]
    [InlineData(97, null)]
    [InlineData(96,
        "app:backup.retentionDays: 96 does not fit coldStorageAfterDays 7; use 97 or more, for cold storage is paid for 90 days at least")]
    public void ColdStorage_NeedsNinetyDaysMore(int days, string? problem)
    {
        var backup = $$"""{"retentionDays":{{days}},"coldStorageAfterDays":7,"deleteWithBackups":true}""";

        Assert.Equal(problem is null ? [] : new[] { problem }, Problems.Of(("backup", backup), FileSystems));
    }
}
