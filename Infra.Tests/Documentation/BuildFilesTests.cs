using System.Text.RegularExpressions;
using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The build files work with the published packages.</summary>
public sealed partial class BuildFilesTests
{
    private static readonly string[] ProjectFiles =
    [
        .. from pattern in new[] { "*.csproj", "*.props", "*.targets", "*.proj", "*.config" }
           from file in Directory.EnumerateFiles(RepositoryFiles.Root, pattern, SearchOption.AllDirectories)
           where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
               && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
               && !file.Contains($"{Path.DirectorySeparatorChar}feed{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           select file,
    ];

    // A version of ours could be older than the one that Pulumi.Aws was built against.
    [Fact]
    public void PulumiItself_ComesWithPulumiAws()
    {
        Assert.True(ProjectFiles.Length > 10);
        Assert.Equal(
            ["Pulumi.Tests.csproj"],
            ProjectFiles.Where(file => References(file).Contains("Pulumi")).Select(Path.GetFileName));
    }

    [Fact]
    public void Downgrades_AreNeverSilenced() =>
        Assert.All(ProjectFiles, file => Assert.DoesNotContain("NU1605", File.ReadAllText(file), StringComparison.Ordinal));

    // `pulumi about` splits what `dotnet list package` prints at spaces.
    [Fact]
    public void VersionRanges_HaveNoSpaces()
    {
        var versions = XDocument.Load(RepositoryFiles.Path("Infra", "Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Version")!.Value)
            .ToList();

        Assert.True(versions.Count > 8);
        Assert.All(versions, version => Assert.DoesNotContain(' ', version));
    }

    [Fact]
    public void Warnings_AreErrorsInChecksOnly()
    {
        Assert.All(ProjectFiles, file => Assert.DoesNotContain("<TreatWarningsAsErrors", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Contains("\nexport TreatWarningsAsErrors=true\n", File.ReadAllText(RepositoryFiles.Path(".ci", "run")), StringComparison.Ordinal);
    }

    // The first CLI that knows `type: object` in Pulumi.yaml.
    [Fact]
    public void Project_RequiresTheCliThatUnderstandsIt()
    {
        Assert.Contains("requiredPulumiVersion: \">=3.187.0\"", File.ReadAllLines(RepositoryFiles.Path("Pulumi.yaml")));
        Assert.Contains("3.187 or later", new Document("README.md").Text, StringComparison.Ordinal);
        Assert.Contains("3.187 or later", new Document("docs/first-deployment.md").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_ArePinnedToCommits()
    {
        var uses = Directory.EnumerateFiles(RepositoryFiles.Path(".github", "workflows"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("uses: ", StringComparison.Ordinal) && !line.Contains("uses: ./", StringComparison.Ordinal))
            .ToList();

        Assert.True(uses.Count > 8);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    private static IEnumerable<string> References(string file) =>
        XDocument.Load(file).Descendants("PackageReference").Select(reference => reference.Attribute("Include")?.Value ?? "");

    [GeneratedRegex("uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]")]
    private static partial Regex Pinned();
}
