using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.NewStacks;

/// <summary>Checks a stack file that is being created as the program will.</summary>
/// <param name="project">The project.</param>
/// <param name="stack">The name of the new stack.</param>
internal sealed class StackFileCheck(ProjectFile project, string stack)
{
    private readonly string _name = $"Pulumi.{stack}.yaml";

    /// <summary>The problems of the file with these answers.</summary>
    public IReadOnlyList<ConfigProblem> Find(INewStackFile file, IReadOnlyDictionary<string, string> answers)
    {
        try
        {
            Load(file, answers);
            return [];
        }
        catch (RunException refusal)
        {
            return [.. refusal.Message.Split("\n  - ").Skip(1).Select(line => line.Split(": ", 2)).Select(parts => new ConfigProblem(parts[0], parts[^1]))];
        }
    }

    /// <summary>The configuration of the file with these answers.</summary>
    /// <exception cref="RunException">The file has problems.</exception>
    public StackConfig Load(INewStackFile file, IReadOnlyDictionary<string, string> answers)
    {
        var read = StackFile.Parse(new YamlFile(_name, file.Text(answers)), project);
        var values = read.AllKeys.ToDictionary(key => key, key => read.FindKey(key)!);
        foreach (var key in file.Secrets)
        {
            // The operator sets them afterwards.
            values[key] = new ConfigValue(null, IsSecret: true);
        }

        return StackConfigLoader.Load(new ConfigValues(project.Name, values, read.Spellings), stack);
    }
}
