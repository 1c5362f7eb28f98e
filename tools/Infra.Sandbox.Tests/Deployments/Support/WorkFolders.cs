using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Tests.Deployments.Support;

internal static class WorkFolders
{
    public static Task<WorkFolder> OpenAsync(TemporaryFolder project, string stack = "dev") =>
        WorkFolder.OpenAsync(project.Path, stack, _ => { }, CancellationToken.None);
}
