using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Tests.Deployments.Support;

internal static class WorkFolders
{
    /// <summary>A provider that prints an address and runs until it is stopped.</summary>
    public const string ServingProvider = """
        echo "TF_REATTACH_PROVIDERS='{\"registry.terraform.io/hashicorp/aws\":{\"Protocol\":\"grpc\"}}'"
        exec sleep 60
        """;

    public static Task<WorkFolder> OpenAsync(TemporaryFolder project, string stack = "dev") =>
        WorkFolder.OpenAsync(project.Path, stack, _ => { }, CancellationToken.None);

    /// <summary>Installs a shell script as the provider, as <c>terraform init</c> would.</summary>
    public static void InstallProvider(this WorkFolder folder, string script = ServingProvider, string registry = "registry.terraform.io")
    {
        folder.Write(".terraform.lock.hcl", $"provider \"{registry}/hashicorp/aws\" {{\n  version = \"5.100.0\"\n}}");
        var platform = Directory.CreateDirectory(folder.File($".terraform/providers/{registry}/hashicorp/aws/5.100.0/any"));
        TemporaryFolder.WriteProgramTo(Path.Combine(platform.FullName, "terraform-provider-aws"), script);
    }
}
