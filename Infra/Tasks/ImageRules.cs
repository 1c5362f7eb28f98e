using Infra.Services;

namespace Infra.Tasks;

/// <summary>Images without a fixed version.</summary>
internal static class ImageRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks.DistinctBy(task => task.ImageKey))
        {
            rules.Warn([task.ImageKey], () => IsDeployedByPipeline(task) ? null : VersionProblem(task.Image));
        }
    }

    // A pipeline registers revisions with its own images; the stack file names only the first.
    private static bool IsDeployedByPipeline(ConfiguredTask task) => task is ConfiguredService { Config.RevisionOwner: RevisionOwner.Pipeline };

    private static string? VersionProblem(string image) =>
        ImageReference.TryParse(OwnRepository.Replace(image), out var reference) && reference.HasNoVersion
            ? $"{image} resolves to whatever was pushed last, so a rollback cannot restore the previous image; "
                + $"use a tag for each version, such as {Untagged(image)}:1.4.2, or a digest"
            : null;

    private static string Untagged(string image) => image.EndsWith(":latest", StringComparison.Ordinal) ? image[..^":latest".Length] : image;
}
