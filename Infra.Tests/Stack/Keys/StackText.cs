using System.Globalization;
using System.Text;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Keys;

/// <summary>An evaluated stack as one text: two stacks are the same where their texts are, secrets and options included.</summary>
internal static class StackText
{
    private static readonly ProjectFile Project = ProjectFile.Find(RepositoryFiles.Root);

    public static async Task<string> Of(StackConfig config, ConfigValues values) =>
        Of(await StackEvaluator.EvaluateAsync(Project, "dev", config, values));

    public static string Of(ResourceGraph graph)
    {
        var text = new StringBuilder();
        foreach (var resource in graph.Resources)
        {
            Write(resource, text);
        }

        foreach (var lookup in graph.Lookups)
        {
            Write(lookup.Arguments, text.Append(lookup.Key));
        }

        Write(graph.Outputs, text.Append("outputs"));
        return text.ToString();
    }

    private static void Write(ResourceNode resource, StringBuilder text)
    {
        var settings = resource.Settings;
        text.Append(CultureInfo.InvariantCulture, $"\n{resource.Key} in {resource.Parent} ");
        text.Append(CultureInfo.InvariantCulture, $"protect {settings.Protect} first {settings.DeleteBeforeReplace} keep {settings.RetainOnDelete} ");
        text.Append(CultureInfo.InvariantCulture, $"times {settings.CreateTimeout} {settings.UpdateTimeout} {settings.DeleteTimeout} ");
        text.AppendJoin(',', settings.DependsOn).Append(" ignore ").AppendJoin(',', settings.IgnoreChanges).Append(' ');
        Write(resource.Inputs, text);
    }

    public static string Of(PropertyValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(PropertyValue value, StringBuilder text)
    {
        switch (value)
        {
            case PropertyValue.Map map:
                foreach (var (key, item) in map.Entries)
                {
                    Write(item, text.Append('{').Append(key).Append(':'));
                }

                text.Append('}');
                break;
            case PropertyValue.List list:
                foreach (var item in list.Items)
                {
                    Write(item, text.Append('['));
                }

                text.Append(']');
                break;
            case PropertyValue.Secret secret:
                Write(secret.Value, text.Append("secret "));
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
