using System.Text.RegularExpressions;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Documentation;

/// <summary>The rights of the workflows. A pull request runs code, and workflow files, that nobody has read yet.</summary>
public partial class WorkflowTests
{
    private static readonly string[] Files = ["actions/deploy/action.yml", "workflows/check.yml", "workflows/deploy.yml", "workflows/preview.yml"];

    [Fact]
    public void Files_AreAllThereAre() => Assert.Equal(
        ["actions/deploy/action.yml", "dependabot.yml", "workflows/check.yml", "workflows/deploy.yml", "workflows/preview.yml"],
        Directory.EnumerateFiles(RepositoryFiles.Path(".github"), "*.yml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFiles.Path(".github"), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Secret_IsGivenToJobsOfAnEnvironmentOnly()
    {
        var secretive = Jobs().Where(job => Text(job.Node).Contains("secrets.", StringComparison.Ordinal)).ToList();

        Assert.Equal(["deploy.yml dev", "deploy.yml prod", "preview.yml pulumi"], secretive.Select(job => job.Name));
        Assert.Equal(
            ["dev", "prod", "${{ matrix.stack }}-preview"],
            secretive.Select(job => job.Node.Children["environment"].ToString()));
    }

    [Fact]
    public void Token_ForAws_IsGivenToTheSameJobsOnly() => Assert.Equal(
        ["deploy.yml dev", "deploy.yml prod", "preview.yml pulumi"],
        Jobs().Where(job => Text(job.Node).Contains("id-token", StringComparison.Ordinal)).Select(job => job.Name));

    [Fact]
    public void Tests_NeverRunBesideCredentials() => Assert.All(
        Jobs().Where(job => Text(job.Node).Contains("dotnet test", StringComparison.Ordinal) || Text(job.Node).Contains(".ci/run", StringComparison.Ordinal)),
        job => Assert.DoesNotMatch("secrets\\.|id-token|environment", Text(job.Node)));

    [Fact]
    public void Workflow_InheritsNoSecretsAndRunsNoForeignCodeWithThem()
    {
        Assert.All(Files, file => Assert.DoesNotMatch("secrets: inherit|pull_request_target|workflow_run", Read(file)));
        Assert.All(Files.Where(file => file.StartsWith("workflows", StringComparison.Ordinal)), file =>
            Assert.Contains("\npermissions:\n  contents: read\n", Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Checkout_LeavesNoTokenBehind()
    {
        var checkouts = Jobs().SelectMany(job => Steps(job.Node)).Where(step => Text(step).Contains("actions/checkout", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, checkouts.Count);
        Assert.All(checkouts, step => Assert.Contains("persist-credentials false", Text(step), StringComparison.Ordinal));
    }

    [Fact]
    public void Action_OfOthers_IsPinnedToACommit()
    {
        var uses = Files.SelectMany(file => Uses().Matches(Read(file))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(18, uses.Count);
        Assert.All(uses, action => Assert.Matches("^(\\./.+|[^@]+@[0-9a-f]{40})$", action));
    }

    // What an event brings along, such as the title of a pull request, would run as a part of the script.
    [Fact]
    public void Script_HoldsNothingOfTheEvent() => Assert.All(
        Files.SelectMany(file => Scripts().Matches(Read(file))).Select(match => match.Value),
        script => Assert.DoesNotMatch("\\$\\{\\{(?! matrix\\.stack }})", script));

    [Fact]
    public void Dependabot_UpdatesActionsAndPackages() => Assert.Equal(
        ["github-actions", "nuget"],
        ((YamlSequenceNode)Parse("dependabot.yml").Children["updates"]).Select(update => update["package-ecosystem"].ToString()));

    // The versions of Pulumi's packages are those of the local ones, and move together with them.
    [Fact]
    public void Dependabot_LeavesPulumiAlone() => Assert.Contains("- dependency-name: Pulumi.*", Read("dependabot.yml"), StringComparison.Ordinal);

    [Fact]
    public void ProductionStackFile_HasCodeOwners() =>
        Assert.Contains(Read("CODEOWNERS").Split('\n'), line => line.StartsWith("Pulumi.prod.yaml ", StringComparison.Ordinal));

    private static IEnumerable<(string Name, YamlMappingNode Node)> Jobs() => Files
        .Where(file => file.StartsWith("workflows", StringComparison.Ordinal))
        .SelectMany(file => ((YamlMappingNode)Parse(file).Children["jobs"])
            .Select(job => ($"{Path.GetFileName(file)} {job.Key}", (YamlMappingNode)job.Value)));

    private static YamlMappingNode Parse(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(RepositoryFiles.Path(".github", file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Steps(YamlMappingNode job) => (YamlSequenceNode)job.Children["steps"];

    private static string Text(YamlNode node) => string.Join('\n', node switch
    {
        YamlMappingNode mapping => mapping.Select(entry => $"{entry.Key} {Text(entry.Value)}"),
        YamlSequenceNode list => list.Select(Text),
        _ => [node.ToString()],
    });

    private static string Read(string file) => File.ReadAllText(RepositoryFiles.Path(".github", file)).ReplaceLineEndings("\n");

    [GeneratedRegex("uses: (\\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex("run: .*")]
    private static partial Regex Scripts();
}
