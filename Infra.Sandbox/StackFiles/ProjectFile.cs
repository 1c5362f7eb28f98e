using Infra.Configuration.Binding;
using Pulumi;
using YamlDotNet.RepresentationModel;

namespace Infra.Sandbox.StackFiles;

/// <summary>Pulumi.yaml: the name of the project, where its stack files are, and what it says about configuration.</summary>
internal sealed record ProjectFile
{
    private const string FileName = "Pulumi.yaml";

    public required string Name { get; init; }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public required string Directory { get; init; }

    /// <summary>The directory of the stack files.</summary>
    public required string StackDirectory { get; init; }

    /// <summary>What a key has where the stack file does not set it.</summary>
    public required IReadOnlyDictionary<string, ConfigValue> Defaults { get; init; }

    /// <summary>The stacks that have a file, in order.</summary>
    public IReadOnlyList<string> Stacks =>
    [
        .. System.IO.Directory.EnumerateFiles(StackDirectory, "Pulumi.*.yaml")
            .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds the project that a directory belongs to.</summary>
    public static ProjectFile Find(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Combine(current, FileName) is var path && File.Exists(path))
            {
                return Parse(YamlFile.Read(FileName, path), current);
            }
        }

        throw new RunException($"there is no {FileName} in {directory} or above it; run this inside the project");
    }

    public static ProjectFile Parse(YamlFile file, string directory)
    {
        var entries = file.Entries(file.Root);
        var name = entries.GetValueOrDefault("name") is { } node
            ? file.Text(node, "name")
            : throw file.Problem(file.Root, "name is missing");
        var config = entries.GetValueOrDefault("config");
        // Before there was stackConfigDir, the directory was called config.
        var stacks = entries.GetValueOrDefault("stackConfigDir") ?? config as YamlScalarNode;

        return new ProjectFile
        {
            Name = name,
            Directory = directory,
            StackDirectory = stacks is null ? directory : Path.GetFullPath(file.Text(stacks, "stackConfigDir"), directory),
            Defaults = config is null or YamlScalarNode ? [] : DefaultsIn(file, file.Mapping(config, "config"), name),
        };
    }

    private static Dictionary<string, ConfigValue> DefaultsIn(YamlFile file, YamlMappingNode config, string project)
    {
        var section = new ConfigSection(file, project);
        var defaults = new Dictionary<string, ConfigValue>();
        foreach (var (key, declaration) in file.Entries(config))
        {
            if (DefaultOf(file, declaration) is { } value)
            {
                defaults[section.FullKey(declaration, key)] = section.Read(value);
            }
        }

        return defaults;
    }

    private static YamlNode? DefaultOf(YamlFile file, YamlNode declaration)
    {
        if (declaration is not YamlMappingNode mapping)
        {
            return declaration;
        }

        var attributes = file.Entries(mapping);
        return attributes.GetValueOrDefault("value") ?? attributes.GetValueOrDefault("default");
    }
}
