using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Runs;

public sealed class ProviderLockTests : IDisposable
{
    private const string Text = """
        # This file is maintained automatically by "terraform init".

        provider "registry.terraform.io/hashicorp/aws" {
          version = "5.100.0"
          hashes = [
            "h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=",
          ]
        }
        """;

    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void LockFile_IsParsed()
    {
        var provider = ProviderLock.Parse(Text)!;

        Assert.Equal(new ProviderLock("registry.terraform.io/hashicorp/aws", "5.100.0"), provider);
        Assert.Equal("hashicorp/aws 5.100.0", provider.DisplayName);
    }

    [Fact]
    public void EmptyLockFile_HasNoProvider() => Assert.Null(ProviderLock.Parse("# nothing"));

    [Fact]
    public async Task ProviderWithoutAProgram_IsNotInstalled()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.Write(".terraform.lock.hcl", Text);
        var version = Directory.CreateDirectory(folder.File(".terraform/providers/registry.terraform.io/hashicorp/aws/5.100.0"));
        var platform = Path.Combine(version.FullName, "linux_amd64");

        File.CreateSymbolicLink(platform, _project.File("moved"));
        Assert.Null(ProviderLock.InstalledIn(folder));

        File.Delete(platform);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(platform).FullName, "terraform-provider-aws"), "");
        Assert.NotNull(ProviderLock.InstalledIn(folder));
    }
}
