using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Processes;

public sealed class ToolFinderTests : IDisposable
{
    private readonly TemporaryFolder _first = new();
    private readonly TemporaryFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Terraform_IsPreferred()
    {
        _first.WriteProgram("tofu", "");
        var terraform = _second.WriteProgram("terraform", "");

        Assert.Equal(terraform, Finder().TerraformOrTofu());
    }

    [Fact]
    public void Tofu_IsTheFallback() => Assert.Equal(_second.WriteProgram("tofu", ""), Finder().TerraformOrTofu());

    [Fact]
    public void FirstOnPath_IsUsed()
    {
        var moto = _first.WriteProgram("moto_server", "");
        _second.WriteProgram("moto_server", "");

        Assert.Equal(moto, Finder().MotoServer());
    }

    [SkippableFact]
    public void NonExecutableFile_IsIgnored()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        File.WriteAllText(_first.File("moto_server"), "");

        Assert.Throws<MissingToolException>(() => Finder().MotoServer());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".::relative")]
    public void MissingTool_IsReportedInOneSentence(string? path)
    {
        var finder = new ToolFinder(path);

        Assert.StartsWith("neither terraform nor tofu is on PATH; install ", Assert.Throws<MissingToolException>(finder.TerraformOrTofu).Message);
        Assert.StartsWith("moto_server is not on PATH; install it with `", Assert.Throws<MissingToolException>(finder.MotoServer).Message);
    }

    private ToolFinder Finder() => new(string.Join(Path.PathSeparator, _first.Path, _second.Path));
}
