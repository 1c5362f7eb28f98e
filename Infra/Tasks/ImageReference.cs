using System.Text.RegularExpressions;
using Infra.Registry;

namespace Infra.Tasks;

/// <summary>Where a container image comes from: registry, repository, and a tag or a digest.</summary>
internal sealed partial record ImageReference
{
    /// <summary>The registry's account when the image is in Amazon ECR.</summary>
    public EcrRepository? Ecr { get; private init; }

    /// <summary>Whether the reference may mean another image tomorrow: no digest, and the tag "latest" or none.</summary>
    public required bool IsMoving { get; init; }

    public static bool TryParse(string image, out ImageReference reference)
    {
        var match = Shape().Match(image);
        var tag = match.Groups["tag"].Value;
        reference = new ImageReference
        {
            Ecr = EcrRepository.Find(match.Groups["name"].Value),
            IsMoving = !match.Groups["digest"].Success && tag is "" or "latest",
        };
        return match.Success;
    }

    // https://pkg.go.dev/github.com/distribution/reference#pkg-overview
    [GeneratedRegex(@"^(?<name>(?:[a-zA-Z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?\z")]
    private static partial Regex Shape();
}
