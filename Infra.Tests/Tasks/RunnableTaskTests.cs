using Pulumi.Utilities;

namespace Infra.Tests.Tasks;

public class RunnableTaskTests
{
    [Fact]
    public async Task Command_RunsRevisionInCluster()
    {
        var command = await OutputUtilities.GetValueAsync(RunnableTasks.Report().Command("eu-central-1"));

        Assert.StartsWith(
            "(task=$(aws ecs run-task --region eu-central-1 --cluster arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev "
                + "--task-definition arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:7 --count 1 ",
            command,
            StringComparison.Ordinal);
        Assert.Contains("{subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=ENABLED}", command, StringComparison.Ordinal);
        Assert.Contains("aws logs tail /ecs/shop-dev/job-report --region eu-central-1 --log-stream-names \"report/report/${task##*/}\"", command, StringComparison.Ordinal);
        Assert.Contains("capacityProvider=FARGATE_SPOT,base=0,weight=3", command, StringComparison.Ordinal);
    }
}
