using Infra.Tests.Support;

namespace Infra.Tests.Configuration;

/// <summary>The CLI passes the configuration in environment variables of the process, so these tests run alone.</summary>
[CollectionDefinition(nameof(PulumiConfigurationTests), DisableParallelization = true)]
[Collection(nameof(PulumiConfigurationTests))]
public sealed class PulumiConfigurationTests : IDisposable
{
    private const string Values = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";
    private const string RootDirectory = "PULUMI_ROOT_DIRECTORY";
    private const string Stack = "PULUMI_STACK";

    private readonly string? _values = Environment.GetEnvironmentVariable(Values);
    private readonly string? _secretKeys = Environment.GetEnvironmentVariable(SecretKeys);

    [Fact]
    public void Values_AreRead()
    {
        Set("""{"app:name":"shop","app:network":"{\"cidr\":\"10.0.0.0/16\"}","aws:region":"eu-central-1"}""", "[]");

        var values = PulumiConfiguration.Read("app");

        Assert.Equal(["name", "network"], values.OwnNames);
        Assert.Equal("shop", values.Find("name")!.Text);
        Assert.Equal("""{"cidr":"10.0.0.0/16"}""", values.Find("network")!.Text);
        Assert.Equal("eu-central-1", values.FindKey("aws:region")!.Text);
    }

    [Fact]
    public void SecretKeys_MarkTheirValues()
    {
        Set("""{"app:token":"hunter2","app:name":"shop"}""", """["app:token"]""");

        var values = PulumiConfiguration.Read("app");

        Assert.True(values.Find("token")!.IsSecret);
        Assert.False(values.Find("name")!.IsSecret);
    }

    [Fact]
    public void Spellings_AreReadFromTheStackFile()
    {
        using var files = new TemporaryProject(("Pulumi.yaml", "name: app\nruntime: dotnet\n"), ("Pulumi.dev.yaml", "config: {app:name: 017}"));
        Set("""{"app:name":"15"}""", "[]");
        Environment.SetEnvironmentVariable(RootDirectory, files.Directory);
        Environment.SetEnvironmentVariable(Stack, "dev");

        Assert.Equal("017", PulumiConfiguration.Read("app").Spellings.Find("app:name"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public void NoConfiguration_IsEmpty(string? values)
    {
        Set(values, secretKeys: null);

        Assert.Empty(PulumiConfiguration.Read("app").OwnNames);
    }

    [Fact]
    public void AnotherProject_HasNoKeys()
    {
        Set("""{"app:name":"shop"}""", "[]");

        Assert.Empty(PulumiConfiguration.Read("infra").OwnNames);
    }

    public void Dispose()
    {
        Set(_values, _secretKeys);
        Environment.SetEnvironmentVariable(RootDirectory, null);
        Environment.SetEnvironmentVariable(Stack, null);
    }

    private static void Set(string? values, string? secretKeys)
    {
        Environment.SetEnvironmentVariable(Values, values);
        Environment.SetEnvironmentVariable(SecretKeys, secretKeys);
    }
}
