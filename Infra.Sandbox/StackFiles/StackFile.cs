using Infra.Configuration.Binding;
using Pulumi;

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

        var section = new ConfigSection(file, project.Name);
        var values = new Dictionary<string, ConfigValue>(project.Defaults);
        if (entries.GetValueOrDefault("config") is { } config)
        {
            foreach (var (key, node) in file.Entries(file.Mapping(config, "config")))
            {
                values[section.FullKey(node, key)] = section.Read(node);
            }
        }

        return new ConfigValues(project.Name, values);
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
