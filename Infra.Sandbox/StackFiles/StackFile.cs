using Infra.Configuration.Binding;
using Pulumi;
using YamlDotNet.RepresentationModel;

namespace Infra.Sandbox.StackFiles;

/// <summary>Pulumi.‹stack›.yaml: the configuration of one stack.</summary>
internal static class StackFile
{
    private static readonly string[] KnownKeys = ["config", "encryptionsalt", "secretsprovider", "encryptedkey", "environment"];

    /// <param name="project">The project the stack belongs to.</param>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">A path to use instead of the file that belongs to the stack.</param>
    /// <param name="directory">What that path is relative to.</param>
    public static ConfigValues Read(ProjectFile project, string stack, string? configFile, string directory) =>
        Parse(Open(project, stack, configFile, directory), project);

    public static ConfigValues Parse(YamlFile file, ProjectFile project)
    {
        var entries = file.Entries(file.Root);
        foreach (var (key, node) in entries)
        {
            if (!KnownKeys.Contains(key))
            {
                throw file.Problem(node, $"\"{key}\" is not a key of a stack file; configuration goes under config");
            }
        }

        var own = entries.GetValueOrDefault("config") is { } config ? ValuesIn(file, file.Mapping(config, "config"), project.Name) : [];
        foreach (var (key, value) in project.Defaults)
        {
            own.TryAdd(key, value);
        }

        return new ConfigValues(project.Name, own);
    }

    private static Dictionary<string, ConfigValue> ValuesIn(YamlFile file, YamlMappingNode config, string project)
    {
        var section = new ConfigSection(file, project);
        var values = new Dictionary<string, ConfigValue>();
        foreach (var (key, node) in file.Entries(config))
        {
            var fullKey = section.FullKey(node, key);
            if (!values.TryAdd(fullKey, section.Read(node)))
            {
                throw file.Problem(node, $"{fullKey} is set twice");
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

        throw new RunException(configFile is null
            ? $"there is no stack \"{stack}\": {name} does not exist; {Listed(project.Stacks)}"
            : $"{configFile} does not exist");
    }

    private static string Listed(IReadOnlyList<string> stacks) => stacks.Count switch
    {
        0 => "there are no stack files yet",
        1 => $"the only stack is {stacks[0]}",
        _ => $"the stacks are {Wording.And(stacks)}",
    };
}
