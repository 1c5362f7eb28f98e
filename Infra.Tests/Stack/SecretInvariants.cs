using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Values that must stay secret stand in plain text only where AWS is given them to keep.</summary>
public class SecretInvariants
{
    [Theory]
    [InlineData("minimal")]
    [InlineData("dev", "Instance dekart-database password", "SecretVersion dekart-database secretString")]
    [InlineData("prod", "Instance dekart-database password", "SecretVersion dekart-database secretString")]
    [InlineData(
        "storage",
        "Instance shop-database password",
        "SecretVersion shop-database secretString",
        "SecretVersion shop-task-secrets-GENERATED secretString",
        "SecretVersion shop-task-secrets-STORED secretString")]
    [InlineData("existing", "ListenerRule shop-rules-50000 actions[0].authenticateOidc.clientSecret")]
    public async Task SecretValue_Anywhere_IsWhereItBelongs(string stack, params string[] places)
    {
        var run = await KnownStacks.Run(stack);

        var secrets = Secrets(run);
        var found = run.Resources.SelectMany(resource => resource.Texts()
            .Where(input => secrets.Exists(secret => input.Text.Contains(secret, StringComparison.Ordinal)))
            .Select(input => $"{resource} {input.Path}"));

        Assert.Equal(places, found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [EveryStack]
    public async Task SecretValue_InAnOutput_NeverStands(string stack)
    {
        var run = await KnownStacks.Run(stack);

        var secrets = Secrets(run);
        Assert.NotEmpty(run.OutputNames);
        foreach (var name in run.OutputNames)
        {
            var text = $"{await run.Output(name)}";
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Password_Always_HasNoCharactersThatBreakAUrl()
    {
        var passwords = (await KnownStacks.Run("storage")).All<Pulumi.Random.RandomPassword>();

        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, password => Assert.Equal(false, password["special"]));
        Assert.All(passwords, password => Assert.InRange((double)password["length"]!, 24, 256));
    }

    private static List<string> Secrets(StackRun run) =>
    [
        RichConfigs.ConfiguredSecret,
        RichConfigs.ClientSecret,
        .. run.All<Pulumi.Random.RandomPassword>().Select(password => MockedOutputs.Generated(password.Name)),
    ];
}
