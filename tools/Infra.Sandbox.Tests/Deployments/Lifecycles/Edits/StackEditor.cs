using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>Edits the stack file of a deployed stack and deploys it again.</summary>
/// <param name="project">The project of the stack.</param>
/// <param name="request">The stack and its file.</param>
/// <param name="upAsync">Deploys the stack.</param>
internal sealed class StackEditor(SandboxProject project, StackRequest request, Func<Task<CommandRun>> upAsync)
{
    private readonly string _file = project.File(request.ConfigFile ?? $"Pulumi.{request.Stack}.yaml");
    private readonly string _workFolder = project.File($".sandbox/{request.Stack}");

    /// <param name="round">The edits.</param>
    /// <param name="inspectAsync">Runs between the edits and the deployment.</param>
    public async Task<AppliedRound> ApplyAsync(EditRound round, Func<Task> inspectAsync)
    {
        var (running, before) = (await project.EvaluateAsync(request), TerraformAttributes.In(_workFolder));
        await File.WriteAllTextAsync(_file, EditedStackFile.Of(await File.ReadAllTextAsync(_file), round.Edits));
        await inspectAsync();
        var up = await upAsync();
        var log = await File.ReadAllTextAsync(Path.Combine(_workFolder, "logs", "apply.log"));
        var model = new ModelChanges(running, await project.EvaluateAsync(request), await SchemaAsync());
        return new AppliedRound
        {
            Round = round,
            Up = up,
            Planned = TerraformAttributes.In(_workFolder).Since(before, log, model.InputsOf),
            Predicted = model.Predicted(),
            NextUp = await upAsync(),
        };
    }

    private async Task<ProviderSchema> SchemaAsync()
    {
        using var folder = await WorkFolder.OpenAsync(project.Directory, request.Stack, _ => { }, CancellationToken.None);
        return await SchemaCache.ForUser().GetAsync(
            ProviderLock.InstalledIn(folder)!, _ => throw new InvalidOperationException("the deployment has not cached the provider's schema"));
    }
}
