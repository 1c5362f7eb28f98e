using Infra.Registry;
using Pulumi;

namespace Infra.Tasks;

/// <summary>The image of a task, and the permissions to pull it from Amazon ECR.</summary>
internal sealed record TaskImage(Output<string> Reference, Output<ImmutableArray<PolicyStatement>> PullPermissions)
{
    public static TaskImage Create(string image, TaskHost host) =>
        new(host.Parts.Placeholders.Render(image), PlanPull(image, host.Repositories));

    private static Output<ImmutableArray<PolicyStatement>> PlanPull(string image, Repositories? repositories) =>
        OwnRepository.FindIn(image) is { } name ? repositories!.RepositoryArns[name].Apply(PlanPull)
        : ImageReference.TryParse(image, out var reference) && reference.Ecr is { } repository ? Output.Create(PlanPull(repository.Arn))
        : Output.Create(ImmutableArray<PolicyStatement>.Empty);

    private static ImmutableArray<PolicyStatement> PlanPull(string repositoryArn) => [.. ExecutionPermissions.Pull(repositoryArn)];
}
