using Infra.Clusters;

namespace Infra.Tests.Clusters;

public sealed class InstanceAddressesTests
{
    [Fact]
    public void Command_ShowsWhatRunsInTheGroup() => Assert.Equal(
        "aws ec2 describe-instances --region eu-central-1 --filters Name=tag:aws:autoscaling:groupName,Values=shop-main-1a2b "
            + "Name=instance-state-name,Values=running --query 'Reservations[].Instances[].PublicIpAddress' --output text",
        InstanceAddresses.Command("eu-central-1", "shop-main-1a2b"));
}
