using Infra.Services;

namespace Infra.Tasks;

/// <summary>Images that mean another one tomorrow.</summary>
internal static class ImageRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks.DistinctBy(task => task.ImageKey))
        {
            rules.Warn([task.ImageKey], () => IsOwnedByPipeline(task) ? null : MovingProblem(task.Image));
        }
    }

    // A pipeline puts its own image into each revision; the one in the stack file only comes first.
    private static bool IsOwnedByPipeline(ConfiguredTask task) => task is ConfiguredService { Config.RevisionOwner: RevisionOwner.Pipeline };

    private static string? MovingProblem(string image) =>
        ImageReference.TryParse(OwnRepository.Replace(image), out var reference) && reference.IsMoving
            ? $"{image} is whatever was pushed last, so a rollback cannot bring the image before back; "
                + $"use a tag for each version, such as {Untagged(image)}:1.4.2, or a digest"
            : null;

    private static string Untagged(string image) => image.EndsWith(":latest", StringComparison.Ordinal) ? image[..^":latest".Length] : image;
}
