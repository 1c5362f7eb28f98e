using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>Pulumi.yaml: the name of the project, the directory of its stack files, and default configuration values.</summary>
internal sealed record ProjectFile
{
    private const string FileName = "Pulumi.yaml";
    private const string StackPrefix = "Pulumi.";
    private const string Extension = ".yaml";

    public required string Name { get; init; }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public required string Directory { get; init; }

    /// <summary>The directory of the stack files.</summary>
    public required string StackDirectory { get; init; }

    /// <summary>The values of keys that the stack file does not set.</summary>
    public required IReadOnlyDictionary<string, ConfigValue> Defaults { get; init; }

    /// <summary>The spellings of the defaults.</summary>
    public Spellings Spellings { get; init; } = new();

    /// <summary>The stacks with a stack file, in ordinal order.</summary>
    public IReadOnlyList<string> Stacks => !System.IO.Directory.Exists(StackDirectory) ? [] :
    [
        .. StacksOf(System.IO.Directory.EnumerateFiles(StackDirectory).Select(Path.GetFileName).OfType<string>()).Order(StringComparer.Ordinal),
    ];

    /// <summary>The stacks whose files are among the files of a directory.</summary>
    /// <param name="names">The names of the files.</param>
    public static IReadOnlyList<string> StacksOf(IEnumerable<string> names) =>
    [
        .. names.Where(name => name.StartsWith(StackPrefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Where(name => name.Length > StackPrefix.Length + Extension.Length)
            .Select(name => name[StackPrefix.Length..^Extension.Length]),
    ];

    /// <summary>Finds the project of a directory.</summary>
    public static ProjectFile Find(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Combine(current, FileName) is var path && File.Exists(path))
            {
                return Parse(YamlFile.Read(FileName, path), current);
            }
        }

        throw new RunException($"there is no {FileName} in {directory} or its parent directories; run this inside the project");
    }

    public static ProjectFile Parse(YamlFile file, string directory)
    {
        var name = file.Root.Find("name") is { } node
            ? file.Text(node, "name")
            : throw new RunException($"{file.Name}: name is required");
        var config = file.Root.Find("config");
        // config is the former name of stackConfigDir.
        var stacks = file.Root.Find("stackConfigDir") ?? config as YamlScalar;

        var section = new ConfigSection(file, name);
        return new ProjectFile
        {
            Name = name,
            Directory = directory,
            StackDirectory = stacks is null ? directory : Path.GetFullPath(file.Text(stacks, "stackConfigDir"), directory),
            Defaults = config is null or YamlScalar ? [] : DefaultsIn(section, file.Mapping(config, "config")),
            Spellings = section.Spellings,
        };
    }

    private static Dictionary<string, ConfigValue> DefaultsIn(ConfigSection section, YamlMap config)
    {
        var defaults = new Dictionary<string, ConfigValue>();
        foreach (var (name, declaration) in config.Entries)
        {
            if (DefaultOf(declaration) is { } value)
            {
                var key = section.FullKey(name, name.Text);
                defaults[key] = section.Read(key, value);
            }
        }

        return defaults;
    }

    private static YamlNode? DefaultOf(YamlNode declaration) =>
        declaration is YamlMap attributes ? attributes.Find("value") ?? attributes.Find("default") : declaration;
}
