using System.Text.RegularExpressions;

namespace Infra.Tasks;

/// <summary>Images in a repository of the stack itself: <c>${repository.app}:1.2</c>.</summary>
internal static partial class OwnRepository
{
    /// <summary>The name of the repository with which an image begins; null for an image from elsewhere.</summary>
    public static string? FindIn(string image) => Prefix().Match(image) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The image with a plain name in the place of the repository, to check the rest of it.</summary>
    public static string Replace(string image) => Prefix().Replace(image, "repository");

    // Only a tag or a digest may follow: with more path it would be another repository.
    [GeneratedRegex(@"^\$\{repository\.(?<name>[^}]*)\}(?=[:@]|\z)")]
    private static partial Regex Prefix();
}
