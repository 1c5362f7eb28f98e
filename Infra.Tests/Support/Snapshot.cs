namespace Infra.Tests.Support;

/// <summary>Texts in Snapshots/ that reviewers read in full. Run the tests with ACCEPT=1 to update them.</summary>
internal static class Snapshot
{
    public static void Match(string name, string text, string project = "Infra.Tests")
    {
        var path = RepositoryFiles.Path(project, "Snapshots", name);
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} does not exist; run the tests with ACCEPT=1 to create it, and review it");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
