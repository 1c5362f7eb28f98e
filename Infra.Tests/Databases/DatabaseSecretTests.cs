using Infra.Databases;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Databases;

public class DatabaseSecretTests
{
    [Theory]
    [InlineData("require", "require", "true")]
    [InlineData("allow", "disable", "false")]
    public async Task SecretVersion_Value_ContainsCredentialsAndUrls(string tls, string sslMode, string ssl)
    {
        var content = (await Run($$"""{"tls":"{{tls}}"}""")).Single<SecretsManager.SecretVersion>().Json("secretString");

        ResourceAssert.Json(
            $$"""
            {
              "engine": "postgres",
              "host": "shop-database.rds.amazonaws.com",
              "port": 5432,
              "dbname": "orders",
              "username": "keeper",
              "password": "shop-database-generated-value",
              "url": "postgres://keeper:shop-database-generated-value@shop-database.rds.amazonaws.com:5432/orders?sslmode={{sslMode}}",
              "ectoUrl": "ecto://keeper:shop-database-generated-value@shop-database.rds.amazonaws.com:5432/orders?ssl={{ssl}}"
            }
            """,
            content);
    }

    [Fact]
    public async Task Secret_HasARandomName() => ResourceAssert.Inputs(
        """{"description":"Credentials of the database","recoveryWindowInDays":30}""", (await Run("{}")).Single<SecretsManager.Secret>());

    [Theory]
    [InlineData("database.password", "arn:Secret:shop-database:password::SecretVersion:shop-database")]
    [InlineData("database.url", "arn:Secret:shop-database:url::SecretVersion:shop-database")]
    [InlineData("database.ectoUrl", "arn:Secret:shop-database:ectoUrl::SecretVersion:shop-database")]
    public async Task SecretSource_ReferencesOneKeyOfTheCurrentVersion(string name, string valueFrom)
    {
        var database = (await Run("{}")).Component<Database>();

        Assert.Equal(valueFrom, await OutputUtilities.GetValueAsync(database.Secrets[name].ValueFrom));
    }

    [Fact]
    public async Task Password_IsMarkedSecretInEveryInput()
    {
        var run = await Run("{}");
        var version = (SecretsManager.SecretVersionArgs)run.Single<SecretsManager.SecretVersion>().Args;
        var instance = (Rds.InstanceArgs)run.Single<Rds.Instance>().Args;

        Assert.True(await Output.IsSecretAsync(version.SecretString.ToOutput()));
        Assert.True(await Output.IsSecretAsync(instance.Password.ToOutput()));
        Assert.False(await Output.IsSecretAsync(instance.Username.ToOutput()));
    }

    private static Task<StackRun> Run(string changes) => TestParts.Run(
        TestConfigs.With(("database", Blocks.Database), ("database", changes)), parts => _ = parts.Database);
}
