namespace Infra.Clusters;

/// <summary>
/// The permissions of an instance for Session Manager only. The managed policy AmazonSSMManagedInstanceCore also allows the instance,
/// and every task that shares its network, to read all parameters of the account.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
/// </summary>
internal static class SessionManagerPermissions
{
    /// <summary>The channels of a session; these actions support no resources.</summary>
    public static IReadOnlyList<string> Channels { get; } =
    [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    public static PolicyStatement Statement { get; } = PolicyStatement.Allow(["ssm:UpdateInstanceInformation", .. Channels], "*");
}
