using Infra.Configuration.StackFiles;
using Infra.Networking;
using Infra.Stack;

namespace Infra.Sandbox.NewStacks;

/// <summary>A stack file to copy.</summary>
/// <param name="Name">The name of the stack, or the path of the file.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Stack">The name of the stack; null for a file that is not the file of a stack.</param>
/// <param name="Networks">The range of its network, if it has one of its own.</param>
internal sealed record StackSource(string Name, string Path, string? Stack, IReadOnlyList<Ipv4Cidr> Networks)
{
    /// <summary>The secrets provider of the stack, if the file names one.</summary>
    public string? SecretsProvider => (Read().Root.Find("secretsprovider") as YamlScalar)?.Text;

    /// <summary>Finds the file of a stack, or the file at a path.</summary>
    /// <exception cref="Pulumi.RunException">There is none, or it has problems.</exception>
    public static StackSource Find(ProjectFile project, string from, string directory)
    {
        var isStack = project.Stacks.Contains(from);
        var isFile = !isStack && File.Exists(System.IO.Path.GetFullPath(from, directory));
        var values = StackFile.Read(project, from, isFile ? from : null, directory);
        var stack = isStack ? from : null;
        var config = StackConfigLoader.Load(values, stack ?? "copied");
        return new StackSource(
            from,
            isStack ? System.IO.Path.Combine(project.StackDirectory, $"Pulumi.{from}.yaml") : System.IO.Path.GetFullPath(from, directory),
            stack,
            config.Network is { } network ? [Ipv4Cidr.Parse(network.Cidr)] : []);
    }

    public CopiedStackFile Copy(ProjectFile project, string newStack, KnownDefaults known, SchemaLine schema)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        return new CopiedStackFile(text, new YamlFile(Name, text), project, Stack, newStack, [.. known.Networks, .. Networks], schema);
    }

    private YamlFile Read() => YamlFile.Read(Name, Path);
}
