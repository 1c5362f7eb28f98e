using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class VariableNameTests
{
    [Theory]
    [InlineData("discovery.type")]
    [InlineData("spring.datasource.url")]
    [InlineData("my-var")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("1PASSWORD")]
    [InlineData("npm_config_//registry.example.com/:_authToken")]
    public void Variable_WithPunctuation_IsAccepted(string name)
    {
        Assert.Empty(Problems.Of(("service", $$$"""{"environment":{"{{{name}}}":"x"}}""")));
        Assert.Empty(Problems.Of(("service", $$$$"""{"secrets":{"{{{{name}}}}":{"ssmParameter":"/shop/x"}}}""")));
    }

    [Theory]
    [InlineData("Logging:Token", "secrets[\"Logging:Token\"]")]
    [InlineData("a{b}", "secrets[\"a{b}\"]")]
    public void Variable_OfStoredSecret_InvalidSecretName_IsRefused(string name, string key) => Assert.Equal(
        [$"app:service.{key}: becomes the name of a secret, which may contain only letters, digits and /_+=.@-; rename the variable or use secretArn"],
        Problems.Of(("service", $$$$"""{"secrets":{"{{{{name}}}}":{"generatedLength":32}}}""")));

    [Fact]
    public void Variable_OfStoredSecret_WithDotsAndDashes_IsAccepted() => Assert.Empty(
        Problems.Of(("service", """{"secrets":{"spring.datasource.pass-word":{"generatedLength":32}}}""")));
}
