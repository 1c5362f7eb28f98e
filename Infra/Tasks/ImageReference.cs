using System.Text.RegularExpressions;
using Infra.Registry;

namespace Infra.Tasks;

/// <summary>A container image: registry, repository, and tag or digest.</summary>
internal sealed partial record ImageReference
{
    /// <summary>The repository of an image in Amazon ECR; null for other registries.</summary>
    public EcrRepository? Ecr { get; private init; }

    /// <summary>Whether the image changes with every push: no digest, and the tag "latest" or none.</summary>
    public required bool HasNoVersion { get; init; }

    public static bool TryParse(string image, out ImageReference reference)
    {
        var match = Shape().Match(image);
        var tag = match.Groups["tag"].Value;
        reference = new ImageReference
        {
            Ecr = EcrRepository.Find(match.Groups["name"].Value),
            HasNoVersion = !match.Groups["digest"].Success && tag is "" or "latest",
        };
        return match.Success;
    }

    // https://pkg.go.dev/github.com/distribution/reference#pkg-overview
    [GeneratedRegex(@"^(?<name>(?:[a-zA-Z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?\z")]
    private static partial Regex Shape();
}

/// <summary>Images in a repository of this stack: <c>${repository.app}:1.2</c>.</summary>
internal static partial class OwnRepository
{
    /// <summary>The name of the repository that an image begins with; null for other images.</summary>
    public static string? FindIn(string image) => Prefix().Match(image) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The image with the placeholder replaced by a plain name, to check the rest of it.</summary>
    public static string Replace(string image) => Prefix().Replace(image, "repository");

    // Only a tag or a digest may follow, because a longer path would be another repository.
    [GeneratedRegex(@"^\$\{repository\.(?<name>[^}]*)\}(?=[:@]|\z)")]
    private static partial Regex Prefix();
}
