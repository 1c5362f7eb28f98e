namespace Infra.Clusters;

/// <summary>
/// What an instance needs for Session Manager and nothing else. AWS's own policy for it, AmazonSSMManagedInstanceCore, also lets it
/// read every parameter of the account, and with it every task that shares the instance's network.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
/// </summary>
internal static class SessionManagerPermissions
{
    /// <summary>The connections through which a session runs; these actions know no resources.</summary>
    public static IReadOnlyList<string> Channels { get; } =
    [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    public static PolicyStatement Statement { get; } = PolicyStatement.Allow(["ssm:UpdateInstanceInformation", .. Channels], "*");
}
