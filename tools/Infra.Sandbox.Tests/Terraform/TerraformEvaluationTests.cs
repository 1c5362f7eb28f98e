using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

/// <summary>Evaluates templates with Terraform, if it is installed; no provider is needed.</summary>
public sealed class TerraformEvaluationTests
{
    private static readonly string[] Texts =
    [
        "${x}", "$${x}", "$$${x}", "%{if}", "%%{if}", "100% of $5 {x}", "\\n \n \" \\\\", "$", "tricky $", "tricky $$", "tricky %",
    ];

    [SkippableFact]
    public void EveryText_EvaluatesToItself()
    {
        Skip.IfNot(IsThere("terraform"), "terraform is not on the PATH");

        var results = Evaluate(Texts);

        Assert.Equal(Texts, results);
    }

    [SkippableFact]
    public void EveryText_AroundAReference_EvaluatesToItself()
    {
        Skip.IfNot(IsThere("terraform"), "terraform is not on the PATH");

        var symbol = new Symbol(new ResourceKey("random:index/randomId:RandomId", "id"), "hex").ToString();
        var results = Evaluate([.. Texts.Select(text => $"{text}{symbol}{text}")]);

        Assert.Equal(Texts.Select(text => $"{text}00{text}"), results);
    }

    private static List<string> Evaluate(string[] texts)
    {
        var id = Graphs.Resource("random:index/randomId:RandomId", "id", ("byteLength", 1));
        var graph = texts
            .Select((text, index) => (Name: $"text{index:00}", text))
            .Aggregate(Graphs.Of(id), (graph, output) => graph.WithOutput(output.Name, output.text));
        var document = JsonNode.Parse(Translation.Of(graph).Document)!.AsObject();
        document.Remove("terraform");
        document.Remove("provider");

        var folder = Directory.CreateTempSubdirectory("terraform-templates-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "main.tf.json"), document.ToJsonString());
            Run(folder, "apply", "-auto-approve", "-input=false", "-var", "id_id=00");
            return [.. JsonNode.Parse(Run(folder, "output", "-json"))!.AsObject().Select(output => output.Value!["value"]!.GetValue<string>())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("terraform", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    private static bool IsThere(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
