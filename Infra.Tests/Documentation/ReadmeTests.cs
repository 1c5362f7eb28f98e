using Infra.Configuration;
using Infra.Configuration.Reference;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public class ReadmeTests
{
    private const string ReferenceStart =
        "<!-- configuration reference: written from the records in Infra/Configuration; ACCEPT=1 dotnet test writes it anew -->";
    private const string ReferenceEnd = "<!-- end of configuration reference -->";

    private static readonly string ReadmePath = RepositoryFiles.Path("README.md");

    [Fact]
    public void Readme_ConfigurationReference_IsWhatTheRecordsSay()
    {
        var readme = File.ReadAllText(ReadmePath);
        var before = readme[..(readme.IndexOf(ReferenceStart, StringComparison.Ordinal) + ReferenceStart.Length)];
        var after = readme[readme.IndexOf(ReferenceEnd, StringComparison.Ordinal)..];
        var expected = $"{before}\n\n{Reference().TrimEnd()}\n\n{after}";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(ReadmePath, expected);
        }

        Assert.Equal(expected, File.ReadAllText(ReadmePath));
    }

    private static string Reference()
    {
        using var xml = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Infra.xml"));
        return ConfigReference.Write(typeof(StackConfig), "app", XmlDocs.Load(xml));
    }
}
