using Infra.Sandbox.Providers.Protocol;
using Pulumi;

namespace Infra.Sandbox.Tests.Providers;

public sealed class ProviderConnectionTests
{
    [Fact]
    public void ProviderOfAnotherProtocol_IsAnError()
    {
        const string Reattach = """{"registry.terraform.io/hashicorp/aws":{"ProtocolVersion":6,"Addr":{"Network":"unix","String":"/tmp/x"}}}""";

        var error = Assert.Throws<RunException>(() => ProviderConnection.Open(Reattach));

        Assert.Equal("the sandbox speaks version 5 of the plugin protocol, and the provider version 6", error.Message);
    }
}
