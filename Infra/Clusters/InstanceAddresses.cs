namespace Infra.Clusters;

/// <summary>The command that shows the public addresses of the instances in an Auto Scaling group.</summary>
internal static class InstanceAddresses
{
    // AWS itself tags each instance with the name of its group.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
    public static string Command(string region, string group) =>
        $"aws ec2 describe-instances --region {region} --filters Name=tag:aws:autoscaling:groupName,Values={group} "
        + "Name=instance-state-name,Values=running --query 'Reservations[].Instances[].PublicIpAddress' --output text";
}
