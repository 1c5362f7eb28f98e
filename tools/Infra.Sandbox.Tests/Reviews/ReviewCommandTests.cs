using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Reviews;

public sealed class ReviewCommandTests : IDisposable
{
    private readonly GitProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task UnchangedStack_IsOneLine()
    {
        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.Equal((0, "No changes: <code>dev</code>.", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task EditedStack_HasItsDifference()
    {
        _project.Edit("nginx:1.29", "nginx:1.30");

        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("### <code>dev</code>: 1 to update, 1 to replace\n", run.Out);
        Assert.Contains("- app:service.image: nginx:1.29\n+ app:service.image: nginx:1.30\n", run.Out);
        Assert.Contains("<details><summary>Diagram</summary>\n\n```mermaid\n", run.Out);
        Assert.DoesNotContain("No changes", run.Out);
    }

    [Fact]
    public async Task NewStack_IsCountedAndDeletedStackIsWarnedOf()
    {
        _project.Write("Pulumi.old.yaml", GitProject.StackFile);
        _project.Commit();
        File.Delete(_project.File("Pulumi.old.yaml"));
        _project.Write("Pulumi.staging.yaml", GitProject.StackFile);

        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            ### <code>old</code>: the stack file is deleted

            The stack keeps running, and can only be destroyed with its file: run <code>pulumi destroy -s old</code> first.

            ### <code>staging</code>: a new stack

            57 resources to create.

            No changes: <code>dev</code>.
            """,
            run.Out);
    }

    [Fact]
    public async Task InvalidStack_HasItsProblemsBesideTheOthers()
    {
        _project.Write("Pulumi.prod.yaml", GitProject.StackFile);
        _project.Commit();
        _project.Edit("cpuUnits: 256", "cpuUnits: 257");

        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("### <code>dev</code>: not valid\n\n```text\n", run.Out);
        Assert.Contains("app:service.cpuUnits", run.Out);
        Assert.EndsWith("No changes: <code>prod</code>.", run.Out);
    }

    [Fact]
    public async Task ChangedProgram_IsSaid()
    {
        _project.Write("global.json", "{}");
        _project.Git("add", "--intent-to-add", "global.json");

        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.EndsWith(
            "> [!NOTE]\n> 1 file of the program changed as well. Both versions of the stack files were evaluated with the new program: "
            + "<code>pulumi preview</code> shows what it changes.",
            run.Out);
    }

    [Fact]
    public async Task Comment_IsWrittenToAFile()
    {
        var run = await _project.ReviewAsync("--from", "HEAD", "--out", "review.md");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
        Assert.Equal("No changes: <code>dev</code>.\n\n", File.ReadAllText(_project.File("review.md")));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("--output=x")]
    public async Task UnknownRevision_IsAUsageError(string revision)
    {
        var run = await _project.ReviewAsync($"--from={revision}");

        Assert.Equal((2, "", $"--from: {revision} is not a git revision"), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task LongComment_FitsGitHub()
    {
        foreach (var stack in new[] { "a", "b", "c" })
        {
            _project.Write($"Pulumi.{stack}.yaml", GitProject.StackFile);
        }

        _project.Commit();
        var many = string.Concat(Enumerable.Range(0, 120).Select(index => $"      VARIABLE_{index}: {new string('x', 300)}\n"));
        foreach (var stack in new[] { "a", "b", "c", "dev" })
        {
            _project.Write($"Pulumi.{stack}.yaml", GitProject.StackFile.Replace("    subnets: public\n", $"    subnets: public\n    environment:\n{many}"));
        }

        var run = await _project.ReviewAsync("--from", "HEAD");

        Assert.InRange(run.Out.Length, 10_000, 60_000);
        Assert.Equal(4, run.Out.Split("### ").Length - 1);
    }
}
