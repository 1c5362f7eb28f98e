using Infra.Configuration.StackFiles;
using Infra.Sandbox.Permissions.Policies;
using Pulumi;

namespace Infra.Sandbox.Permissions;

/// <summary>Writes the policies of the roles into the bootstrap template.</summary>
internal static class WriteCommand
{
    public const string Template = "bootstrap/template.yaml";

    public const string Start = "  # policies, written by `sandbox permissions write`";

    public const string End = "  # end of the policies";

    public static void Run(Terminal terminal)
    {
        var path = Path.Combine(ProjectFile.Find(terminal.Directory).Directory, Template);
        File.WriteAllText(path, Replace(File.ReadAllText(path), Policies()));
        terminal.Out.WriteLine($"{Statement.NeededActions().Count} actions are in the deploy role's policies in {Template}.");
    }

    /// <summary>The policies of the deploy and the preview roles as text of the template.</summary>
    public static string Policies()
    {
        var statements = Statement.ReadAll();
        return string.Join('\n',
        [
            .. TemplateText.Of("ReadPolicy", "What a refresh reads", ["Deploy", "Preview"], ManagedPolicies.Of(statements.Select(statement => statement.Reads()))),
            .. TemplateText.Of("DeployPolicy", "What a deployment changes", ["Deploy"], ManagedPolicies.Of(statements.Select(statement => statement.Writes()))),
        ]).TrimEnd();
    }

    /// <summary>The template with other lines between the two comments.</summary>
    public static string Replace(string template, string policies)
    {
        var (start, end) = (template.IndexOf($"{Start}\n", StringComparison.Ordinal), template.IndexOf($"{End}\n", StringComparison.Ordinal));
        return start >= 0 && end > start
            ? $"{template[..(start + Start.Length + 1)]}{policies}\n{template[end..]}"
            : throw new RunException($"{Template} has no lines \"{Start.Trim()}\" and \"{End.Trim()}\"");
    }
}
