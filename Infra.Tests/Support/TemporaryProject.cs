namespace Infra.Tests.Support;

/// <summary>A directory with files in it, for as long as a test runs.</summary>
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
