using System.Globalization;

namespace Infra.Facts;

/// <summary>EC2 instance types: their regions and specifications.</summary>
internal static class InstanceTypes
{
    private static readonly Lazy<FactFile> Specifications = FactFile.Lazy("ec2-types");
    private static readonly Lazy<TypesByRegion> Offered = new(() => new TypesByRegion(FactFile.Read("ec2-type-regions")));

    public static Finding? Check(string type, string region) => Offered.Value.Check(type, region);

    /// <summary>The specification of a type; null if it is unknown.</summary>
    public static InstanceSpecification? Find(string type)
    {
        var (family, size) = (type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
        var row = Specifications.Value.Lines.FirstOrDefault(line => line.StartsWith($"{family} ", StringComparison.Ordinal))?.Split(' ');
        var numbers = row?.FirstOrDefault(word => word.StartsWith($"{size}=", StringComparison.Ordinal))?[(size.Length + 1)..].Split('/');
        return numbers is null ? null : new InstanceSpecification(row![1], Number(numbers[0]), Number(numbers[1]), Number(numbers[2]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>The specification of an EC2 instance type.</summary>
internal sealed record InstanceSpecification(string Architecture, int VirtualCpus, int MemoryMiB, int NetworkInterfaces);
