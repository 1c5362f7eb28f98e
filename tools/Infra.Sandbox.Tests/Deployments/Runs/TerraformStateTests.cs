using Infra.Sandbox.Deployments.Runs;

namespace Infra.Sandbox.Tests.Deployments.Runs;

public sealed class TerraformStateTests
{
    private const string State = """
        {
          "version": 4,
          "resources": [
            { "mode": "data", "type": "aws_caller_identity", "name": "current", "instances": [{ "attributes": {} }] },
            { "mode": "managed", "type": "aws_vpc", "name": "shop", "instances": [{ "attributes": { "id": "vpc-1" } }] },
            { "mode": "managed", "type": "aws_lb", "name": "shop", "instances": [{ "status": "tainted", "attributes": { "id": null } }] },
            {
              "mode": "managed", "type": "aws_subnet", "name": "shop",
              "instances": [{ "index_key": "a", "attributes": {} }, { "index_key": 1, "attributes": {} }]
            }
          ]
        }
        """;

    [Fact]
    public void Resources_AreTheManagedOnes() => Assert.Equal(
        ["aws_vpc.shop", "aws_lb.shop", "aws_subnet.shop[\"a\"]", "aws_subnet.shop[1]"],
        TerraformState.Resources(State).Select(resource => resource.Address));

    [Fact]
    public void TaintedResource_IsDetected() =>
        Assert.Equal(["aws_lb.shop"], TerraformState.Resources(State).Where(resource => resource.IsTainted).Select(resource => resource.Address));

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "version": 4 }""")]
    [InlineData("""{ "version": 4, "resources": [] }""")]
    public void EmptyState_HasNoResources(string? state) => Assert.Empty(TerraformState.Resources(state));
}
