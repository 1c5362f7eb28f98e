using Infra.Planning;

namespace Infra.Tests.Planning;

public sealed class EndpointServicesTests
{
    [Theory]
    [InlineData(false, false, false, "ecr.api ecr.dkr logs")]
    [InlineData(true, false, false, "ecr.api ecr.dkr logs secretsmanager")]
    [InlineData(false, true, false, "ecr.api ecr.dkr logs ssm")]
    [InlineData(false, false, true, "ecr.api ecr.dkr logs ssmmessages")]
    [InlineData(true, true, true, "ecr.api ecr.dkr logs secretsmanager ssm ssmmessages")]
    public void NeededToStart_FollowsFromWhatTheTaskUses(bool usesSecretsManager, bool usesParameters, bool usesExec, string services) =>
        Assert.Equal(services.Split(' '), EndpointServices.NeededToStart(usesSecretsManager, usesParameters, usesExec));

    [Fact]
    public void NeededByInstances_IsWhatTheAgentSpeaksTo() =>
        Assert.Equal(["ecs", "ecs-agent", "ecs-telemetry"], EndpointServices.NeededByInstances);

    [Fact]
    public void Name_HasTheRegion() => Assert.Equal("com.amazonaws.eu-central-1.ecr.api", EndpointServices.Name("eu-central-1", "ecr.api"));
}
