using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

/// <summary>The image of a task, and the right to pull it where it is in Amazon ECR.</summary>
internal sealed record TaskImage(Output<string> Reference, Output<ImmutableArray<PolicyStatement>> PullPermissions)
{
    public static TaskImage For(string image, Platform platform) => new(
        platform.Placeholders.Render(image),
        Output.Create(ImageReference.TryParse(image, out var reference) && reference.Ecr is { } repository
            ? [.. ExecutionPermissions.Pull(repository.Arn)]
            : ImmutableArray<PolicyStatement>.Empty));
}
