using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class ProdTests(ProdLifecycle lifecycle) : LifecycleTests<ProdLifecycle>(lifecycle), IClassFixture<ProdLifecycle>
{
    // The final snapshot.
    private protected override IEnumerable<string> Retained => [$"{Lifecycle.Database.Value("DBInstanceIdentifier")}-final"];

    [SkippableFact]
    public void Database_IsMultiAzPrivateAndEncrypted()
    {
        Assert.Equal("true", Lifecycle.Database.Value("MultiAZ"));
        Assert.Equal("true", Lifecycle.Database.Value("StorageEncrypted"));
        Assert.Equal("false", Lifecycle.Database.Value("PubliclyAccessible"));
        Assert.Equal("30", Lifecycle.Database.Value("BackupRetentionPeriod"));
    }

    // The default of RDS for PostgreSQL 17.
    [SkippableFact]
    public void Database_RequiresTls() => Assert.DoesNotContain(
        Lifecycle.Parameters.Descendants("Parameter"), parameter => parameter.Value("ParameterName") == "rds.force_ssl");

    [SkippableFact]
    public void Task_UsesArm64()
    {
        Assert.Equal("ARM64", Lifecycle.TaskDefinition["runtimePlatform"]!["cpuArchitecture"].Text());
        Assert.Equal(("512", "1024"), (Lifecycle.TaskDefinition["cpu"].Text(), Lifecycle.TaskDefinition["memory"].Text()));
    }
}
