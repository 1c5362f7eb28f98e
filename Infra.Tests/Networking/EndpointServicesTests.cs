using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class EndpointServicesTests
{
    [Theory]
    [InlineData(false, false, false, "ecr.api ecr.dkr logs")]
    [InlineData(true, false, false, "ecr.api ecr.dkr logs secretsmanager")]
    [InlineData(false, true, false, "ecr.api ecr.dkr logs ssm")]
    [InlineData(false, false, true, "ecr.api ecr.dkr logs ssmmessages")]
    [InlineData(true, true, true, "ecr.api ecr.dkr logs secretsmanager ssm ssmmessages")]
    public void NeededToStart_ByTaskFeatures_ListsTheirEndpoints(bool usesSecretsManager, bool usesParameters, bool usesExec, string services) =>
        Assert.Equal(services.Split(' '), EndpointServices.NeededToStart(usesSecretsManager, usesParameters, usesExec));

    [Fact]
    public void NeededByInstances_ListsEndpointsOfTheEcsAgent() =>
        Assert.Equal(["ecs", "ecs-agent", "ecs-telemetry"], EndpointServices.NeededByInstances);

    [Theory]
    [InlineData("eu-central-1", "ecr.api", "com.amazonaws.eu-central-1.ecr.api")]
    [InlineData("us-gov-west-1", "ecr.dkr", "com.amazonaws.us-gov-west-1.ecr.dkr")]
    [InlineData("cn-north-1", "ecr.api", "cn.com.amazonaws.cn-north-1.ecr.api")]
    [InlineData("cn-northwest-1", "ecr.dkr", "cn.com.amazonaws.cn-northwest-1.ecr.dkr")]
    [InlineData("cn-north-1", "sqs", "cn.com.amazonaws.cn-north-1.sqs")]
    [InlineData("cn-north-1", "s3", "cn.com.amazonaws.cn-north-1.s3")]
    [InlineData("cn-north-1", "logs", "com.amazonaws.cn-north-1.logs")]
    [InlineData("cn-north-1", "ssm", "com.amazonaws.cn-north-1.ssm")]
    [InlineData("cn-north-1", "secretsmanager", "com.amazonaws.cn-north-1.secretsmanager")]
    [InlineData("cn-north-1", "ecs-agent", "com.amazonaws.cn-north-1.ecs-agent")]
    [InlineData("eusc-de-east-1", "ecr.dkr", "eu.amazonaws.eusc-de-east-1.ecr.dkr")]
    [InlineData("eusc-de-east-1", "sqs", "com.amazonaws.eusc-de-east-1.sqs")]
    public void InterfaceName_ByRegion_HasThePrefixOfItsPartition(string region, string service, string name) =>
        Assert.Equal(name, EndpointServices.InterfaceName(region, service));

    [Theory]
    [InlineData("eu-central-1", "com.amazonaws.eu-central-1.s3")]
    [InlineData("cn-north-1", "com.amazonaws.cn-north-1.s3")]
    [InlineData("eusc-de-east-1", "com.amazonaws.eusc-de-east-1.s3")]
    public void GatewayName_InEveryPartition_HasTheSamePrefix(string region, string name) => Assert.Equal(name, EndpointServices.GatewayName(region, "s3"));
}
