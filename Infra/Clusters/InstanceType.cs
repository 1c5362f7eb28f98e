using System.Text.RegularExpressions;

namespace Infra.Clusters;

/// <summary>Properties that follow from the name of an EC2 instance type.</summary>
internal static partial class InstanceType
{
    /// <summary>
    /// Whether the processor is Graviton: those families have a g after the generation, such as t4g and c7gn, except the older a1.
    /// https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
    /// </summary>
    public static bool IsArm(string instanceType) => Graviton().IsMatch(instanceType);

    [GeneratedRegex(@"^(a1|[a-z]+[0-9]+[a-z]*g[a-z]*)\.")]
    private static partial Regex Graviton();
}
