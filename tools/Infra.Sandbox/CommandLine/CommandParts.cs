using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using Infra.Configuration.StackFiles;
using Pulumi;

namespace Infra.Sandbox.CommandLine;

/// <summary>Creates arguments and options with their validators.</summary>
internal static class CommandParts
{
    /// <param name="directory">A directory of the project, whose stacks complete the argument.</param>
    public static Argument<string> Stack(string directory)
    {
        var stack = new Argument<string>("stack") { HelpName = "stack", Description = "The name of the stack, dev for Pulumi.dev.yaml" };
        stack.Validators.Add(result => Refuse(result, StackName.ProblemOf));
        stack.CompletionSources.Add(_ => StacksOf(directory).Select(name => new CompletionItem(name)));
        return stack;
    }

    private static IReadOnlyList<string> StacksOf(string directory)
    {
        try
        {
            return ProjectFile.Find(directory).Stacks;
        }
        catch (RunException)
        {
            // Without a project nothing completes the name.
            return [];
        }
    }

    public static Option<string?> ConfigFile() => Text("--config-file", "Read the configuration from this file instead");

    /// <summary>An option with a value that is not blank.</summary>
    public static Option<string?> Text(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result => Refuse(result, value => string.IsNullOrWhiteSpace(value) ? $"{name} needs a value" : null));
        return option;
    }

    /// <summary>An option for a whole number.</summary>
    public static Option<int?> Number(string name, string description, int minimum)
    {
        var option = new Option<int?>(name) { Description = description };
        // Another word than a number has a message already.
        option.Validators.Add(result => Refuse(
            result,
            value => int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number < minimum ? $"{name} must be at least {minimum}" : null));
        return option;
    }

    /// <summary>Refuses two flags that contradict each other.</summary>
    public static void RefuseBoth(Command command, Option<bool> one, Option<bool> other) => command.Validators.Add(result =>
    {
        if (result.GetValue(one) && result.GetValue(other))
        {
            result.AddError($"{one.Name} cannot be combined with {other.Name}");
        }
    });

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
