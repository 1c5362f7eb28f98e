using Infra.Services;

namespace Infra.Tests.Services;

public sealed class DatabaseTunnelCommandTests
{
    [Fact]
    public void Text_FindsContainerAndForwardsPort() => Assert.Equal(
        "task=$(aws ecs list-tasks --region eu-central-1 --cluster shop-dev --service-name shop --query 'taskArns[0]' --output text) && "
        + "runtime=$(aws ecs describe-tasks --region eu-central-1 --cluster shop-dev --tasks \"$task\" "
        + "--query \"tasks[0].containers[?name=='shop'].runtimeId | [0]\" --output text) && "
        + "aws ssm start-session --region eu-central-1 --target \"ecs:shop-dev_${task##*/}_$runtime\" "
        + "--document-name AWS-StartPortForwardingSessionToRemoteHost "
        + "--parameters '{\"host\":[\"db.example.com\"],\"portNumber\":[\"5432\"],\"localPortNumber\":[\"15432\"]}'",
        new DatabaseTunnelCommand { Region = "eu-central-1", Cluster = "shop-dev", Service = "shop", Host = "db.example.com", Port = 5432 }.Text());
}
