using Infra.Configuration.StackFiles;
using Infra.Facts;
using Infra.Networking;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.NewStacks;

/// <summary>Defaults for a new stack, taken from the other stacks of the project.</summary>
/// <param name="Region">Their region; null if there is no other stack.</param>
/// <param name="Name">The name of their application.</param>
/// <param name="Networks">The ranges of their networks.</param>
internal sealed record KnownDefaults(string? Region, string? Name, IReadOnlyList<Ipv4Cidr> Networks)
{
    private const int Zones = 2;

    /// <summary>A range that none of the networks overlaps.</summary>
    public string Range => Networks.Count == 0 ? NetworkRanges.Default : NetworkRanges.Free(Networks[^1], Networks) ?? NetworkRanges.Default;

    public static KnownDefaults Of(ProjectFile project)
    {
        var configs = project.Stacks.Select(stack => Load(project, stack)).OfType<StackConfig>().ToList();
        return new KnownDefaults(
            configs.FirstOrDefault()?.Region,
            configs.FirstOrDefault()?.Name,
            [.. configs.Select(config => config.Network?.Cidr).OfType<string>().Select(Ipv4Cidr.Parse)]);
    }

    /// <summary>The first zones of a region.</summary>
    public static IEnumerable<string> ZonesOf(string region) => (Regions.ZonesOf(region) ?? "ab").Take(Zones).Select(letter => $"{region}{letter}");

    // A file with problems suggests nothing.
    private static StackConfig? Load(ProjectFile project, string stack)
    {
        try
        {
            return StackConfigLoader.Load(StackFile.Read(project, stack, configFile: null, project.Directory), stack);
        }
        catch (RunException)
        {
            return null;
        }
    }
}
