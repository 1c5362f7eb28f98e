using Infra.Secrets;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Secrets;

public class StoredSecretTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Secret_HasTheRecoveryWindowAndARandomName(int days) => ResourceAssert.Inputs(
        $$"""{"description":"A token","recoveryWindowInDays":{{days}}}""", (await Run(days)).Single<SecretsManager.Secret>());

    [Fact]
    public async Task SecretVersion_ContainsTheValue() => ResourceAssert.Inputs(
        """{"secretId":"Secret:shop-token","secretString":"the-token"}""", (await Run(7)).Single<SecretsManager.SecretVersion>());

    private static Task<StackRun> Run(int days) => StackRun.OfComponent(context => _ = new StoredSecret(
        "shop-token",
        new StoredSecretArgs { Context = context with { SecretRecoveryWindowDays = days }, Description = "A token", Value = Output.CreateSecret("the-token") }));
}
