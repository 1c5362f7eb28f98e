using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

[Collection(DeploymentTurns.SecondRow)]
public sealed class ProdTests(ProdLife life) : LifeTests<ProdLife>(life), IClassFixture<ProdLife>
{
    // The final snapshot.
    private protected override IEnumerable<string> Staying => [$"{Life.Database.Value("DBInstanceIdentifier")}-final"];

    [SkippableFact]
    public void Database_IsInTwoZonesPrivateAndEncrypted()
    {
        Assert.Equal("true", Life.Database.Value("MultiAZ"));
        Assert.Equal("true", Life.Database.Value("StorageEncrypted"));
        Assert.Equal("false", Life.Database.Value("PubliclyAccessible"));
        Assert.Equal("30", Life.Database.Value("BackupRetentionPeriod"));
    }

    // As PostgreSQL 17 does on RDS unless a parameter says otherwise.
    [SkippableFact]
    public void Database_RefusesConnectionsWithoutTls() => Assert.DoesNotContain(
        Life.Parameters.Descendants("Parameter"), parameter => parameter.Value("ParameterName") == "rds.force_ssl");

    [SkippableFact]
    public void Task_IsForArm()
    {
        Assert.Equal("ARM64", Life.TaskDefinition["runtimePlatform"]!["cpuArchitecture"].Text());
        Assert.Equal(("512", "1024"), (Life.TaskDefinition["cpu"].Text(), Life.TaskDefinition["memory"].Text()));
    }
}
