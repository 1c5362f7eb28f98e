using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>Pulumi.‹stack›.yaml: the configuration of a stack.</summary>
internal static class StackFile
{
    private static readonly string[] KnownKeys = ["config", "encryptionsalt", "secretsprovider", "encryptedkey", "environment"];

    /// <param name="project">The project of the stack.</param>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">The path of a file to read instead of the stack's own.</param>
    /// <param name="directory">The directory that the path is relative to.</param>
    public static ConfigValues Read(ProjectFile project, string stack, string? configFile, string directory) =>
        Parse(Open(project, stack, configFile, directory), project);

    public static ConfigValues Parse(YamlFile file, ProjectFile project)
    {
        foreach (var (key, _) in file.Root.Entries)
        {
            if (!KnownKeys.Contains(key.Text))
            {
                throw file.Problem(key, Unknown(key.Text));
            }
        }

        var section = new ConfigSection(file, project.Name);
        var values = file.Root.Find("config") is { } config ? ValuesIn(section, file, file.Mapping(config, "config")) : [];
        foreach (var (key, value) in project.Defaults)
        {
            values.TryAdd(key, value);
        }

        section.Spellings.AddBlocks(project.Spellings, key => !section.Spellings.Knows(key));
        return new ConfigValues(project.Name, values, section.Spellings);
    }

    private static string Unknown(string key) =>
        Suggestion.For(key, KnownKeys) is { } meant ? $"\"{key}\" is not a key of a stack file; did you mean {meant}?"
        : $"\"{key}\" is not a key of a stack file; move it below config: and indent it";

    private static Dictionary<string, ConfigValue> ValuesIn(ConfigSection section, YamlFile file, YamlMap config)
    {
        var values = new Dictionary<string, ConfigValue>();
        foreach (var (key, node) in config.Entries)
        {
            var fullKey = section.FullKey(key, key.Text);
            if (!values.TryAdd(fullKey, section.Read(fullKey, node)))
            {
                throw file.Problem(key, $"{fullKey} is set twice, with and without its namespace; keep one");
            }
        }

        return values;
    }

    private static YamlFile Open(ProjectFile project, string stack, string? configFile, string directory)
    {
        var name = configFile ?? $"Pulumi.{stack}.yaml";
        var path = configFile is null ? Path.Combine(project.StackDirectory, name) : Path.GetFullPath(configFile, directory);
        if (File.Exists(path))
        {
            return YamlFile.Read(name, path);
        }

        if (Directory.Exists(path))
        {
            throw new RunException($"{name} is a folder; use the path of a stack file");
        }

        throw new RunException(configFile is null
            ? $"there is no stack \"{stack}\": {name} does not exist; {Listed(project.Stacks)}"
            : $"{configFile} does not exist");
    }

    private static string Listed(IReadOnlyList<string> stacks) => stacks.Count switch
    {
        0 => "there are no stack files yet",
        1 => $"the only stack is {stacks[0]}",
        _ => $"the stacks are {Phrase.And(stacks)}",
    };
}
