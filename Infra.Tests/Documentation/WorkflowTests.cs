using System.Text.RegularExpressions;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Documentation;

/// <summary>The rights of the workflows. A pull request runs code, and workflow files, that nobody has read yet.</summary>
public partial class WorkflowTests
{
    private static readonly string[] Files =
    [
        "actions/deploy/action.yml", "workflows/check.yml", "workflows/comment.yml", "workflows/deploy.yml", "workflows/preview.yml", "workflows/review.yml",
    ];

    [Fact]
    public void Files_AreAllThereAre() => Assert.Equal(
        [
            "actions/deploy/action.yml", "dependabot.yml", "workflows/check.yml", "workflows/comment.yml", "workflows/deploy.yml", "workflows/preview.yml", "workflows/review.yml",
        ],
        Directory.EnumerateFiles(RepositoryFiles.Path(".github"), "*.yml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFiles.Path(".github"), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    // KMS keys encrypt the secrets of stacks; the roles of an environment can use its key.
    [Fact]
    public void Secrets_AreNotNeeded() => Assert.All(Files, file => Assert.DoesNotContain("secrets.", Read(file), StringComparison.Ordinal));

    [Fact]
    public void Token_ForAws_IsGivenToJobsOfAnEnvironmentOnly()
    {
        var trusted = Jobs().Where(job => Text(job.Node).Contains("id-token", StringComparison.Ordinal)).ToList();

        Assert.Equal(["deploy.yml dev", "deploy.yml prod", "preview.yml pulumi"], trusted.Select(job => job.Name));
        Assert.Equal(
            ["dev", "prod", "${{ matrix.stack }}-preview"],
            trusted.Select(job => job.Node.Children["environment"].ToString()));
    }

    [Fact]
    public void Tests_NeverRunBesideCredentials() => Assert.All(
        Jobs().Where(job => Text(job.Node).Contains("dotnet test", StringComparison.Ordinal) || Text(job.Node).Contains(".ci/run", StringComparison.Ordinal)),
        job => Assert.DoesNotMatch("secrets\\.|id-token|environment", Text(job.Node)));

    [Fact]
    public void Workflow_InheritsNoSecretsAndRunsNoForeignCodeWithThem()
    {
        Assert.All(Files, file => Assert.DoesNotMatch("secrets: inherit|pull_request_target", Read(file)));
        Assert.Equal(["workflows/comment.yml"], Files.Where(file => Read(file).Contains("workflow_run", StringComparison.Ordinal)));
        Assert.All(Files.Where(file => file.StartsWith("workflows", StringComparison.Ordinal)), file =>
            Assert.Contains("\npermissions:\n  contents: read\n", Read(file), StringComparison.Ordinal));
    }

    // It may write comments, and so runs nothing but this repository's own script.
    [Fact]
    public void Comment_RunsNothingOfThePullRequest()
    {
        var (_, job) = Assert.Single(Jobs(), job => Text(job.Node).Contains("pull-requests write", StringComparison.Ordinal));
        var checkout = Assert.Single(Steps(job), step => Text(step).Contains("actions/checkout", StringComparison.Ordinal));

        Assert.Equal("uses actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\nwith persist-credentials false", Text(checkout));
        Assert.Equal([".ci/comment review/review.md"], Steps(job).OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString()));
    }

    [Fact]
    public void Checkout_LeavesNoTokenBehind()
    {
        var checkouts = Jobs().SelectMany(job => Steps(job.Node)).Where(step => Text(step).Contains("actions/checkout", StringComparison.Ordinal)).ToList();

        Assert.Equal(7, checkouts.Count);
        Assert.All(checkouts, step => Assert.Contains("persist-credentials false", Text(step), StringComparison.Ordinal));
    }

    [Fact]
    public void Action_OfOthers_IsPinnedToACommit()
    {
        var uses = Files.SelectMany(file => Uses().Matches(Read(file))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(21, uses.Count);
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
