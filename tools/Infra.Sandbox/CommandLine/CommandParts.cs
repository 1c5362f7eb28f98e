using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Configuration.StackFiles;

namespace Infra.Sandbox.CommandLine;

/// <summary>Creates arguments and options with their validators.</summary>
internal static class CommandParts
{
    public static Argument<string> Stack()
    {
        var stack = new Argument<string>("stack") { Description = "The name of the stack, dev for Pulumi.dev.yaml" };
        stack.Validators.Add(result => Refuse(result, StackName.ProblemOf));
        return stack;
    }

    public static Option<string?> ConfigFile() => Text("--config-file", "Read the configuration from this file instead");

    /// <summary>An option with a value that is not blank.</summary>
    public static Option<string?> Text(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result => Refuse(result, value => string.IsNullOrWhiteSpace(value) ? $"{name} needs a value" : null));
        return option;
    }

    /// <summary>An option for an existing folder.</summary>
    public static Option<string?> ExistingFolder(string name, string description, string directory)
    {
        var option = Text(name, description);
        option.Validators.Add(result => Refuse(result, value => ProblemOfFolder(name, value, directory, mustExist: true)));
        return option;
    }

    /// <summary>An option for a folder that is created if it does not exist.</summary>
    public static Option<string?> Folder(string name, string description, string directory)
    {
        var option = Text(name, description);
        option.Validators.Add(result => Refuse(result, value => ProblemOfFolder(name, value, directory, mustExist: false)));
        return option;
    }

    private static string? ProblemOfFolder(string name, string value, string directory, bool mustExist)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var path = Path.GetFullPath(value, directory);
        return File.Exists(path) ? $"{name}: {value} is a file, not a folder"
            : mustExist && !Directory.Exists(path) ? $"{name}: {value} does not exist"
            : null;
    }

    // Validators are also called for a missing value, which has a message already.
    private static void Refuse(SymbolResult result, Func<string, string?> problemOf)
    {
        if (result.Tokens is [var token] && problemOf(token.Value) is { } problem)
        {
            result.AddError(problem);
        }
    }
}
