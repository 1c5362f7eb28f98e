using System.Text.RegularExpressions;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Documentation;

/// <summary>The documents lead to what is there: headings, and outputs of the stack.</summary>
public sealed partial class OperationsTests
{
    private static readonly string[] Documents = ["README.md", "docs/costs.md", "docs/first-deployment.md", "docs/operations.md"];

    [Fact]
    public void Links_LeadToFilesAndHeadings()
    {
        var links = Documents.SelectMany(document => Link().Matches(Read(document))
            .Select(match => (document, match.Groups[1].Value))
            .Where(link => !link.Value.Contains("://", StringComparison.Ordinal))).ToList();

        Assert.True(links.Count > 40, $"only {links.Count} links");
        Assert.All(links, link =>
        {
            var (path, heading) = (link.Value.Split('#')[0], link.Value.Split('#').ElementAtOrDefault(1));
            var target = path.Length == 0
                ? RepositoryFiles.Path(link.document)
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(RepositoryFiles.Path(link.document))!, path));
            Assert.True(Path.Exists(target), $"{link.document}: {link.Value}");
            Assert.True(heading is null || Headings(target).Contains(heading), $"{link.document}: {link.Value}");
        });
    }

    [Fact]
    public void OutputsThatOperatorsAreToldToRead_AreThere()
    {
        var outputs = typeof(InfraStack).GetProperties()
            .SelectMany(property => property.GetCustomAttributes(typeof(OutputAttribute), inherit: false).Cast<OutputAttribute>())
            .Select(output => output.Name);
        var named = Documents.SelectMany(document => Output().Matches(Read(document)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Empty(named.Except(outputs));
        Assert.Equal(
            [
                "addressCommands", "clusterName", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "logGroupName", "repositoryUrls",
                "runCommands", "secretArns", "serviceName", "taskDefinitionArn", "url",
            ],
            named.Order(StringComparer.Ordinal));
    }

    private static string Read(string document) => File.ReadAllText(RepositoryFiles.Path(document.Split('/')));

    // As GitHub makes them: lower case, without punctuation, dashes for spaces.
    private static IEnumerable<string> Headings(string path) => File.ReadAllLines(path)
        .Where(line => line.StartsWith('#'))
        .Select(line => Punctuation().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("pulumi stack output ([a-z][A-Za-z]+)")]
    private static partial Regex Output();

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex Punctuation();
}
