using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

/// <summary>Names of environment variables: whatever a container can be given.</summary>
public sealed class VariableNameTests
{
    [Theory]
    [InlineData("discovery.type")]
    [InlineData("spring.datasource.url")]
    [InlineData("my-var")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("1PASSWORD")]
    [InlineData("npm_config_//registry.example.com/:_authToken")]
    public void Variable_MayHaveAnyNameThatAContainerTakes(string name)
    {
        Assert.Empty(Problems.Of(("service", $$$"""{"environment":{"{{{name}}}":"x"}}""")));
        Assert.Empty(Problems.Of(("service", $$$$"""{"secrets":{"{{{{name}}}}":{"ssmParameter":"/shop/x"}}}""")));
    }

    [Theory]
    [InlineData("Logging:Token", "secrets[\"Logging:Token\"]")]
    [InlineData("a{b}", "secrets[\"a{b}\"]")]
    public void Variable_ThatASecretIsNamedAfter_NeedsANameForIt(string name, string key) => Assert.Equal(
        [$"app:service.{key}: names a secret in Secrets Manager; use letters, digits and the characters /_+=.@- in the name, or read the value by secretArn"],
        Problems.Of(("service", $$$$"""{"secrets":{"{{{{name}}}}":{"generatedLength":32}}}""")));

    [Fact]
    public void Variable_WithDotsAndDashes_CanNameASecret() => Assert.Empty(
        Problems.Of(("service", """{"secrets":{"spring.datasource.pass-word":{"generatedLength":32}}}""")));

    [Fact]
    public void Variable_InEnvironmentAndSecrets_IsAProblem() => Assert.Equal(
        ["app:service.environment.TOKEN: is in service.secrets too; keep one"],
        Problems.Of(("service", """{"environment":{"TOKEN":"x"},"secrets":{"TOKEN":{"generatedLength":32}}}""")));
}
