using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.Tests.Deployments.Commands;

public sealed class StackOutputsTests
{
    [Fact]
    public void Outputs_AreSortedWithSecretsMasked()
    {
        var outputs = JsonNode.Parse("""
            {
              "url": { "sensitive": false, "type": "string", "value": "https://shop?a=1&b=2" },
              "password": { "sensitive": true, "type": "string", "value": "hunter2" },
              "buckets": { "sensitive": false, "type": ["object", {}], "value": { "results": "shop-results" } },
              "exec": { "sensitive": false, "type": "string", "value": null }
            }
            """)!.AsObject();

        Assert.Equal(
            ["buckets: {\"results\":\"shop-results\"}", "exec: null", "password: [secret]", "url: https://shop?a=1&b=2"],
            StackOutputs.Describe(outputs));
    }
}
