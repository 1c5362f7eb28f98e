namespace Infra.Tests.Support;

/// <summary>A temporary directory with the given files, deleted at the end of the test.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(Directory, name);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("infra-sandbox-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
