using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Permissions.Recordings;

namespace Infra.Sandbox.Permissions;

/// <summary>Writes the actions that the AWS provider needs, from recordings of its calls to the emulator.</summary>
internal static partial class RecordCommand
{
    private const string DataFile = "tools/Infra.Sandbox/Permissions/Facts/recorded-actions.txt";
    private const string Format = "An action, with \"tags\" if each call creates the resource with tags, and below it the ARNs that it acted on; # is generated";

    public static void Run(IReadOnlyList<string> recordings, Terminal terminal)
    {
        var project = ProjectFile.Find(terminal.Directory).Directory;
        RecordedRequest[] requests = [.. recordings.SelectMany(file => MotoRecording.Read(Path.GetFullPath(file, terminal.Directory)))];
        RecordedAction[] actions = [.. RecordedAction.Of(requests, Applications(project))];
        File.WriteAllText(
            Path.Combine(project, DataFile),
            string.Join('\n',
            [
                $"# source: {requests.Length} calls of the AWS provider to moto, by up, up, edits and destroy of each stack file",
                string.Create(CultureInfo.InvariantCulture, $"# date: {DateTime.UtcNow:yyyy-MM-dd}"),
                $"# {Format}",
                .. actions.SelectMany(action => action.Lines()),
            ]) + "\n");
        terminal.Out.WriteLine($"{actions.Length} actions of {requests.Length} calls are in {DataFile}.");
    }

    private static IEnumerable<string> Applications(string project) => Directory.EnumerateFiles(project, "Pulumi.*.yaml")
        .Concat(Directory.EnumerateFiles(Path.Combine(project, "examples"), "*.yaml"))
        .Select(file => Name().Match(File.ReadAllText(file)).Groups[1].Value)
        .Distinct();

    [GeneratedRegex(@"^\s*app:name: (\S+)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
