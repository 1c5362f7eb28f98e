using System.Text.RegularExpressions;
using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>The provider that terraform has selected for a folder.</summary>
/// <param name="Source">Where it comes from, <c>registry.terraform.io/hashicorp/aws</c>.</param>
/// <param name="Version">Its version, <c>5.100.0</c>.</param>
internal sealed partial record ProviderLock(string Source, string Version)
{
    public const string FileName = ".terraform.lock.hcl";

    private const string InstalledProviders = ".terraform/providers";

    /// <summary>The provider's name for people.</summary>
    public string ShownName => $"{Source[(Source.IndexOf('/') + 1)..]} {Version}";

    /// <summary>The selected provider, if there is one and its program is there.</summary>
    public static ProviderLock? InstalledIn(WorkFolder folder) =>
        Parse(folder.Read(FileName) ?? "") is { } selected && selected.IsInstalled(folder) ? selected : null;

    public static ProviderLock? Parse(string lockFile) =>
        Selection().Match(lockFile) is { Success: true } found ? new ProviderLock(found.Groups[1].Value, found.Groups[2].Value) : null;

    // A platform's folder may be a link to a plugin folder that has been moved.
    private bool IsInstalled(WorkFolder folder)
    {
        var directory = Path.Combine(folder.Path, InstalledProviders, Source, Version);
        return Directory.Exists(directory)
            && Directory.EnumerateFileSystemEntries(directory).Where(Directory.Exists).Any(platform => Directory.EnumerateFiles(platform).Any());
    }

    [GeneratedRegex("provider \"([^\"]+)\" \\{\\s+version\\s+= \"([^\"]+)\"")]
    private static partial Regex Selection();
}
