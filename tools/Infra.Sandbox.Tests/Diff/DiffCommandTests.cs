using System.Text.Json;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diff;

public sealed class DiffCommandTests
{
    [Fact]
    public async Task UnchangedFile_HasNoChanges()
    {
        using var project = new GitProject();

        var run = await project.DiffAsync("--detailed-exitcode");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "Update of dev from HEAD:Pulumi.dev.yaml to Pulumi.dev.yaml:\n    0 keys of the stack file changed: no changes",
            run.Out);
    }

    [Fact]
    public async Task EditedFile_IsComparedWithTheLastCommit()
    {
        using var project = new GitProject();
        project.Edit("nginx:1.29", "nginx:1.30");

        var run = await project.DiffAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\napp:service.image: nginx:1.29 → nginx:1.30\n", run.Out);
        Assert.Contains("containerDefinitions[shop].image: nginx:1.29 → nginx:1.30", run.Out);
        Assert.Equal(5, (await project.DiffAsync("--detailed-exitcode")).ExitCode);
    }

    [Fact]
    public async Task HarmfulEdit_HasItsOwnExitCode()
    {
        using var project = new GitProject();
        project.Edit("app:name: shop\n", "app:name: shop\n  app:buckets: { files: { versioning: true, deleteWithContents: true } }\n");
        project.Commit();
        project.Edit("app:buckets: { files: { versioning: true, deleteWithContents: true } }\n", "app:tags: { team: shop }\n");

        Assert.Equal(4, (await project.DiffAsync()).ExitCode);
        var run = await project.DiffAsync("--detailed-exitcode");
        Assert.Equal((4, ""), (run.ExitCode, run.Error));
        Assert.Contains("    ! data loss: 1 resource\n", run.Out);
        Assert.Contains("    - aws:s3:Bucket shop-buckets-files  delete\n        DATA LOSS: ", run.Out);
    }

    [Fact]
    public async Task Revisions_AreComparedWithEachOther()
    {
        using var project = new GitProject();
        project.Git("tag", "before");
        project.Edit("desiredCount: 1", "desiredCount: 2");
        project.Commit();
        project.Edit("desiredCount: 2", "desiredCount: 3");

        var run = await project.DiffAsync("--from", "before", "--to", "HEAD");

        Assert.StartsWith("Update of dev from before:Pulumi.dev.yaml to HEAD:Pulumi.dev.yaml:\n", run.Out);
        Assert.Contains("\napp:service.desiredCount: 1 → 2\n", run.Out);
    }

    [Fact]
    public async Task Files_AreComparedWithoutGit()
    {
        using var project = new GitProject(isRepository: false);
        project.Write("old.yaml", GitProject.StackFile.Replace("desiredCount: 1", "desiredCount: 4"));

        var run = await project.DiffAsync(new ToolFinder(""), "--from", "old.yaml");

        Assert.Contains("\napp:service.desiredCount: 4 → 1\n", run.Out);
    }

    [Fact]
    public async Task ConfigFile_IsReadOnBothSides()
    {
        using var project = new GitProject();
        project.Write("other.yaml", GitProject.StackFile);
        project.Commit();
        project.Write("other.yaml", GitProject.StackFile.Replace("desiredCount: 1", "desiredCount: 2"));

        var run = await project.DiffAsync("--config-file", "other.yaml");

        Assert.StartsWith("Update of dev from HEAD:other.yaml to other.yaml:\n    1 key of the stack file changed", run.Out);
    }

    [Fact]
    public async Task EveryChange_HasTheKeysThatCauseIt()
    {
        using var project = new GitProject();
        project.Edit("desiredCount: 1", "desiredCount: 2");
        project.Edit("nginx:1.29", "nginx:1.30");
        project.Edit("app:name: shop\n", "app:name: shop\n  app:buckets: { files: { versioning: true, deleteWithContents: false } }\n");

        var changes = JsonElement.Parse((await project.DiffAsync("--json")).Out).GetProperty("changes").EnumerateArray()
            .ToLookup(change => change.GetProperty("type").GetString(), change => change.GetProperty("keys").EnumerateArray().Select(key => key.GetString()));

        Assert.Equal(["app:service.image"], Assert.Single(changes["aws:ecs/taskDefinition:TaskDefinition"]));
        Assert.Equal(["app:service.desiredCount", "app:service.image"], Assert.Single(changes["aws:ecs/service:Service"]));
        Assert.Equal(["app:buckets"], Assert.Single(changes["aws:s3/bucket:Bucket"]));
    }

    [Fact]
    public async Task EditsThatNeedEachOther_AreAttributedTogether()
    {
        using var project = new GitProject();
        // 2 GiB need at least 256 CPU units, and 1 vCPU at least 2 GiB.
        project.Edit("cpuUnits: 256", "cpuUnits: 1024");
        project.Edit("memoryMiB: 512", "memoryMiB: 4096");
        project.Edit("zones: [eu-west-1a, eu-west-1b]", "zones: [eu-west-1a, eu-west-1b, eu-west-1c]");

        var text = (await project.DiffAsync()).Out;

        Assert.Contains("\napp:service.cpuUnits: 256 → 1024\napp:service.memoryMiB: 512 → 4096\n    ± aws:ecs:TaskDefinition shop", text);
        Assert.Contains("\napp:network.zones[2]: (not set) → eu-west-1c\n    + ", text);
    }

    [Fact]
    public async Task MoreThan10Edits_AreNotAttributed()
    {
        using var project = new GitProject(isRepository: false);
        project.Write("old.yaml", GitProject.StackFile.Replace("app:name: shop\n", "app:name: shop\n  app:tags: { t0: x }\n"));
        project.Write("new.yaml", GitProject.StackFile.Replace(
            "app:name: shop\n", $"app:name: shop\n  app:tags: {{ t0: x, {string.Join(", ", Enumerable.Range(1, 11).Select(index => $"t{index}: x"))} }}\n"));

        var run = await project.DiffAsync("--from", "old.yaml", "--to", "new.yaml");

        Assert.Contains("\n    The changes are not sorted by key, because more than 10 keys differ.\n", run.Out);
    }

    [Fact]
    public async Task EncryptedValue_SetAnew_ReplacesItsVersionWithoutShowingIt()
    {
        using var project = new GitProject();
        project.Edit("v1:c2VjcmV0", "v1:b3RoZXI=");

        var text = (await project.DiffAsync()).Out;

        Assert.Contains("\napp:token: [secret] → [secret]\n    ", text);
        Assert.Contains("\n        secretString: [secret] → [secret]  (forces replacement)\n", text);
        Assert.DoesNotContain("c2VjcmV0", text);
        Assert.DoesNotContain("b3RoZXI", text);
    }

    [Theory]
    [InlineData("--markdown")]
    [InlineData("--json")]
    public async Task EncryptedValue_IsNotInOtherFormats(string format)
    {
        using var project = new GitProject();
        project.Edit("v1:c2VjcmV0", "v1:b3RoZXI=");

        var text = (await project.DiffAsync(format)).Out;

        Assert.Contains("[secret]", text);
        Assert.DoesNotContain("c2VjcmV0", text);
        Assert.DoesNotContain("formerValue", text);
    }

    [Fact]
    public async Task RenamedStack_IsAnnounced()
    {
        using var project = new GitProject();
        project.Edit("app:name: shop", "app:name: store");

        var text = (await project.DiffAsync()).Out;

        Assert.Contains("\nTHIS REPLACES THE STACK:\n    ! app:name changes from shop to store. ", text);
        Assert.Matches(@"\n    ! The update replaces or deletes \d+ of the \d+ running resources\.\n", text);
    }

    [Fact]
    public async Task RenamedProject_IsAnnounced()
    {
        using var project = new GitProject();
        project.Write("Pulumi.yaml", "name: store\n");
        project.Write("Pulumi.dev.yaml", GitProject.StackFile.Replace("app:", "store:"));

        Assert.Contains(
            "\nTHIS REPLACES THE STACK:\n    ! The project name changes from app to store. To Pulumi this is another stack: ", (await project.DiffAsync()).Out);
    }

    [Fact]
    public async Task Region_Changed_ReplacesRegionalResources()
    {
        using var project = new GitProject();
        project.Write("Pulumi.dev.yaml", GitProject.StackFile.Replace("eu-west-1", "eu-west-2"));

        var text = (await project.DiffAsync()).Out;

        Assert.Contains(
            "\n    ! aws:region changes from eu-west-1 to eu-west-2. No resource moves to another region: "
            + "the update creates all regional resources again in the new one, without the data, and deletes the running ones.\n",
            text);
        Assert.Contains("\n        region: eu-west-1 → eu-west-2  (forces replacement)\n", text);
    }

    [SkippableFact]
    public async Task Provider_PlansTheSame()
    {
        using var project = new GitProject(isRepository: false);
        project.Write("old.yaml", GitProject.StackFile);
        project.Edit("nginx:1.29", "nginx:1.30");

        var run = await project.DiffAsync("--from", "old.yaml", "--provider");

        Skip.If(run.ExitCode == 3, run.Error);
        Assert.Matches("\\nhashicorp/aws [0-9.]+, asked about 2 changed resources, plans the same\\.$", run.Out);
    }

    [Fact]
    public async Task MissingProvider_IsAMissingTool()
    {
        using var project = new GitProject(isRepository: false);
        project.Write("old.yaml", GitProject.StackFile);

        var run = await project.DiffAsync(new ToolFinder(""), "--from", "old.yaml", "--provider");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("neither terraform nor tofu is on PATH; install ", run.Error);
    }

    [Fact]
    public async Task BrokenFiles_AreReportedForBothSides()
    {
        using var project = new GitProject();
        project.Edit("memoryMiB: 512", "memoryMiB: 500");
        project.Commit();
        project.Edit("cidr: 10.0.0.0/16", "cidr: 10.0.0.0/33");

        var run = await project.DiffAsync();

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("HEAD:Pulumi.dev.yaml: The configuration of stack 'dev' has 1 problem:\n  - app:service.memoryMiB: 500 ", run.Error);
        Assert.Contains("\nPulumi.dev.yaml: The configuration of stack 'dev' has 2 problems:\n  - app:network.cidr: ", run.Error);
    }

    [Fact]
    public async Task BrokenYaml_InARevision_IsReportedWithItsLine()
    {
        using var project = new GitProject();
        project.Edit("config:", "config: [");
        project.Commit();

        var run = await project.DiffAsync("--from", "HEAD", "--to", "HEAD");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("HEAD:Pulumi.dev.yaml:", run.Error);
    }

    [Theory]
    [InlineData("--from: nowhere is neither a file nor a git revision", "--from", "nowhere")]
    [InlineData("--to: HEAD~7 is neither a file nor a git revision", "--to", "HEAD~7")]
    [InlineData("--to: HEAD:Pulumi.dev.yaml is neither a file nor a git revision", "--to", "HEAD:Pulumi.dev.yaml")]
    [InlineData("--from: -h is neither a file nor a git revision", "--from=-h")]
    [InlineData("HEAD does not have new.yaml; name another revision or a file with --from", "--config-file", "new.yaml")]
    [InlineData("nowhere/new.yaml is in a folder that does not exist; name a file with --from", "--config-file", "nowhere/new.yaml")]
    public async Task UnknownRevision_IsAUsageError(string message, params string[] options)
    {
        using var project = new GitProject();
        project.Write("new.yaml", GitProject.StackFile);

        var run = await project.DiffAsync(options);

        Assert.Equal((2, message, ""), (run.ExitCode, run.Error, run.Out));
    }

    [Fact]
    public async Task NoRepository_IsAUsageError()
    {
        using var project = new GitProject(isRepository: false);

        var run = await project.DiffAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("git cannot read Pulumi.dev.yaml: fatal: not a git repository", run.Error);
        Assert.EndsWith("; name a file with --from", run.Error);
    }

    [Fact]
    public async Task MissingGit_IsAMissingTool()
    {
        using var project = new GitProject();

        var run = await project.DiffAsync(new ToolFinder(""));

        Assert.Equal(
            (3, "git is not on PATH; install it (https://git-scm.com/downloads), or name two files with --from and --to"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("--markdown cannot be combined with --json", "--markdown", "--json")]
    [InlineData("--from needs a value", "--from", "")]
    [InlineData("--to needs a value", "--to", " ")]
    public async Task InvalidOptions_AreUsageErrors(string message, params string[] options)
    {
        using var project = new GitProject(isRepository: false);

        var run = await project.DiffAsync(options);

        Assert.Equal((2, $"{message}\nUse --help to list the commands and options."), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("--markdown")]
    [InlineData("--json")]
    public async Task Output_IsDeterministic(string format)
    {
        using var project = new GitProject();
        project.Edit("containerPort: 80", "containerPort: 81");
        project.Edit("nginx:1.29", "nginx:1.30");

        Assert.Equal((await project.DiffAsync(format)).Out, (await project.DiffAsync(format)).Out);
    }
}
