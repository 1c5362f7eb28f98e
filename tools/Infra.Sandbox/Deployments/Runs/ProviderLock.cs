using System.Text.RegularExpressions;
using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>The provider in terraform's lock file.</summary>
/// <param name="Source">The source address, <c>registry.terraform.io/hashicorp/aws</c>.</param>
/// <param name="Version">The version, <c>5.100.0</c>.</param>
internal sealed partial record ProviderLock(string Source, string Version)
{
    public const string FileName = ".terraform.lock.hcl";

    private const string InstalledProviders = ".terraform/providers";

    /// <summary>The provider's name and version.</summary>
    public string DisplayName => $"{Source[(Source.IndexOf('/') + 1)..]} {Version}";

    /// <summary>The provider that is locked and installed in a work folder, if any.</summary>
    public static ProviderLock? InstalledIn(WorkFolder folder) =>
        Parse(folder.Read(FileName) ?? "") is { } selected && selected.ProgramIn(folder) is not null ? selected : null;

    public static ProviderLock? Parse(string lockFile) =>
        Selection().Match(lockFile) is { Success: true } found ? new ProviderLock(found.Groups[1].Value, found.Groups[2].Value) : null;

    /// <summary>The full path of the provider's program; null if it is not installed.</summary>
    public string? ProgramIn(WorkFolder folder)
    {
        var directory = Path.Combine(folder.Path, InstalledProviders, Source, Version);
        // The platform's folder may be a dangling link to a plugin folder.
        return Directory.Exists(directory)
            ? Directory.EnumerateFileSystemEntries(directory).Where(Directory.Exists)
                .SelectMany(platform => Directory.EnumerateFiles(platform, "terraform-provider-*"))
                .FirstOrDefault()
            : null;
    }

    [GeneratedRegex("provider \"([^\"]+)\" \\{\\s+version\\s+= \"([^\"]+)\"")]
    private static partial Regex Selection();
}
