using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class RunTaskCommandTests
{
    private static readonly RunTaskNetwork Network = new() { Subnets = ["subnet-1", "subnet-2"], SecurityGroup = "sg-1", AssignPublicIp = false };

    private static readonly RunTaskCommand Command = new()
    {
        Region = "eu-central-1",
        Cluster = "shop-dev",
        TaskDefinition = "shop-dev-report:7",
        Network = Network,
        CapacityProviders = [new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 0, 3)],
    };

    [Fact]
    public void Text_Awsvpc_HasNetworkConfiguration() => Assert.Equal(
        "aws ecs run-task --region eu-central-1 --cluster shop-dev --task-definition shop-dev-report:7 --count 1 "
            + "--capacity-provider-strategy capacityProvider=FARGATE,base=1,weight=1 capacityProvider=FARGATE_SPOT,base=0,weight=3 "
            + "--network-configuration 'awsvpcConfiguration={subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=DISABLED}' "
            + "--enable-ecs-managed-tags --propagate-tags TASK_DEFINITION",
        Command.Text());

    [Fact]
    public void Text_PublicTask_AssignsPublicIp() =>
        Assert.Contains("assignPublicIp=ENABLED}'", (Command with { Network = Network with { AssignPublicIp = true } }).Text(), StringComparison.Ordinal);

    [Fact]
    public void Text_HostMode_HasNoNetworkConfiguration() => Assert.Equal(
        "aws ecs run-task --region eu-central-1 --cluster shop-dev --task-definition shop-dev-report:7 --count 1 "
            + "--capacity-provider-strategy capacityProvider=ec2-shop-dev_main,base=0,weight=1 --enable-ecs-managed-tags --propagate-tags TASK_DEFINITION",
        (Command with { Network = null, CapacityProviders = [new CapacityShare("ec2-shop-dev_main", 0, 1)] }).Text());
}
