using Infra.Registry;
using Pulumi;

namespace Infra.Tasks;

/// <summary>The image of a task, and the right to pull it where it is in Amazon ECR.</summary>
internal sealed record TaskImage(Output<string> Reference, Output<ImmutableArray<PolicyStatement>> PullPermissions)
{
    public static TaskImage Create(string image, TaskHost host) =>
        new(host.Parts.Placeholders.Render(image), PullFrom(image, host.Repositories));

    private static Output<ImmutableArray<PolicyStatement>> PullFrom(string image, Repositories? repositories) =>
        OwnRepository.FindIn(image) is { } name ? repositories!.RepositoryArns[name].Apply(Pull)
        : ImageReference.TryParse(image, out var reference) && reference.Ecr is { } repository ? Output.Create(Pull(repository.Arn))
        : Output.Create(ImmutableArray<PolicyStatement>.Empty);

    private static ImmutableArray<PolicyStatement> Pull(string repositoryArn) => [.. ExecutionPermissions.Pull(repositoryArn)];
}
