using System.Globalization;
using Infra.Clusters;

namespace Infra.Facts;

/// <summary>EC2 instance types: where AWS offers them, and what they have.</summary>
internal static class InstanceTypes
{
    private static readonly Lazy<FactFile> Specifications = FactFile.Named("ec2-types");
    private static readonly Lazy<TypesByRegion> Offered = new(() => new TypesByRegion(FactFile.Read("ec2-type-regions")));

    public static Verdict? Judge(string type, string region) => Offered.Value.Judge(type, region);

    /// <summary>What a type has; null when that is not known.</summary>
    public static InstanceSpecification? Find(string type)
    {
        var (family, size) = (type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
        var row = Specifications.Value.Lines.FirstOrDefault(line => line.StartsWith($"{family} ", StringComparison.Ordinal))?.Split(' ');
        var numbers = row?.FirstOrDefault(word => word.StartsWith($"{size}=", StringComparison.Ordinal))?[(size.Length + 1)..].Split('/');
        return numbers is null ? null : new InstanceSpecification(row![1], Number(numbers[0]), Number(numbers[1]), Number(numbers[2]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>What an EC2 instance type has.</summary>
internal sealed record InstanceSpecification(string Architecture, int VirtualCpus, int MemoryMiB, int NetworkInterfaces);
