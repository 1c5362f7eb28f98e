using System.Text.RegularExpressions;

namespace Infra.Clusters;

/// <summary>What the name of an EC2 instance type says.</summary>
internal static partial class InstanceType
{
    /// <summary>
    /// Whether its processor is an Arm one: Graviton families have a g behind their generation, as t4g and c7gn; only a1 is older than that.
    /// https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
    /// </summary>
    public static bool IsArm(string instanceType) => Graviton().IsMatch(instanceType);

    [GeneratedRegex(@"^(a1|[a-z]+[0-9]+[a-z]*g[a-z]*)\.")]
    private static partial Regex Graviton();
}
