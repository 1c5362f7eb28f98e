using System.Runtime.CompilerServices;

namespace Pulumi.Generator.Tests;

/// <summary>Texts to compare with, in Snapshots/. A run with ACCEPT=1 writes them.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name + ".verified.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : $"{file} does not exist; run once with ACCEPT=1.", actual);
    }
}
