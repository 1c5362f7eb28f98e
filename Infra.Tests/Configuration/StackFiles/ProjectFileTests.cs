using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Configuration.StackFiles;

public sealed class ProjectFileTests
{
    private const string Minimal = "name: app\nruntime: dotnet\n";

    [Fact]
    public void Find_Subdirectory_FindsTheProject()
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Minimal), ("Infra/Components/x.cs", ""));

        var project = ProjectFile.Find(Path.Combine(files.Directory, "Infra", "Components"));

        Assert.Equal("app", project.Name);
        Assert.Equal(files.Directory, project.Directory);
    }

    [Fact]
    public void Find_NoProject_Throws()
    {
        using var files = new TemporaryProject();

        var exception = Assert.Throws<RunException>(() => ProjectFile.Find(files.Directory));

        Assert.Equal($"there is no Pulumi.yaml in {files.Directory} or its parent directories; run this inside the project", exception.Message);
    }

    [Theory]
    [InlineData("stackConfigDir: stacks")]
    [InlineData("config: stacks")] // its older name
    public void StackConfigDir_HoldsTheStackFiles(string setting)
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Minimal + setting), ("stacks/Pulumi.dev.yaml", "config: {app:a: b}"));

        var project = ProjectFile.Find(files.Directory);

        Assert.Equal(["dev"], project.Stacks);
        Assert.Equal("b", StackFile.Read(project, "dev", configFile: null, files.Directory).Find("a")!.Text);
    }

    [Theory]
    [InlineData("key: x", "x")]
    [InlineData("key: {type: string, default: x}", "x")]
    [InlineData("key: {value: x}", "x")]
    [InlineData("key: {type: string, description: no default}", null)]
    [InlineData("key: [1, a]", """[1,"a"]""")]
    [InlineData("app:key: {default: {b: true}}", """{"b":true}""")]
    public void Default_AppliesToUnsetKeys(string declaration, string? text)
    {
        using var files = new TemporaryProject(
            ("Pulumi.yaml", $"{Minimal}config:\n  {declaration}"), ("Pulumi.dev.yaml", ""), ("Pulumi.prod.yaml", "config: {app:key: own}"));
        var project = ProjectFile.Find(files.Directory);

        Assert.Equal(text, Read("dev").Find("key")?.Text);
        Assert.Equal("own", Read("prod").Find("key")!.Text);

        ConfigValues Read(string stack) => StackFile.Read(project, stack, configFile: null, files.Directory);
    }

    [Theory]
    [InlineData("", "there are no stack files yet")]
    [InlineData("dev", "the only stack is dev")]
    [InlineData("dev prod test", "the stacks are dev, prod and test")]
    public void UnknownStack_ListsTheStacks(string stacks, string answer)
    {
        var stackFiles = stacks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(stack => ($"Pulumi.{stack}.yaml", ""));
        using var files = new TemporaryProject([("Pulumi.yaml", Minimal), .. stackFiles]);
        var project = ProjectFile.Find(files.Directory);

        var exception = Assert.Throws<RunException>(() => StackFile.Read(project, "stage", configFile: null, files.Directory));

        Assert.Equal($"there is no stack \"stage\": Pulumi.stage.yaml does not exist; {answer}", exception.Message);
    }

    [Fact]
    public void DocumentedKeys_AreAccepted()
    {
        const string Documented = """
            name: app
            runtime: { name: dotnet, options: { binary: bin/app.dll } }
            main: Infra
            description: An application
            author: Somebody
            website: https://example.com
            license: MIT
            requiredPulumiVersion: ">=3.187.0"
            stackConfigDir: stacks
            backend: { url: "s3://state" }
            options: { refresh: always }
            template: { description: An application }
            plugins: { providers: [{ name: aws, path: ../bin }] }
            packages: { aws: pulumi/aws }
            config: { key: { type: string, description: A key, secret: false, default: x } }
            """;
        using var files = new TemporaryProject(("Pulumi.yaml", Documented), ("stacks/Pulumi.dev.yaml", ""));

        var project = ProjectFile.Find(files.Directory);

        Assert.Equal("app", project.Name);
        Assert.Equal("x", StackFile.Read(project, "dev", configFile: null, files.Directory).Find("key")!.Text);
    }

    [Fact]
    public void MissingStackConfigDir_HasNoStacks()
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Minimal + "stackConfigDir: nowhere"));

        Assert.Empty(ProjectFile.Find(files.Directory).Stacks);
    }

    [Theory]
    [InlineData("dev", null, "Pulumi.dev.yaml is a folder; use the path of a stack file")]
    [InlineData("prod", "examples", "examples is a folder; use the path of a stack file")]
    [InlineData("prod", ".", ". is a folder; use the path of a stack file")]
    public void FolderInsteadOfStackFile_IsRejected(string stack, string? configFile, string problem)
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Minimal), ("Pulumi.dev.yaml/x", ""), ("examples/small.yaml", ""));
        var project = ProjectFile.Find(files.Directory);

        Assert.Equal(problem, Assert.Throws<RunException>(() => StackFile.Read(project, stack, configFile, files.Directory)).Message);
    }

    [Fact]
    public void ConfigFile_IsRelativeToTheCurrentDirectory()
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Minimal), ("examples/small.yaml", "config: {app:a: b}"));
        var project = ProjectFile.Find(files.Directory);

        Assert.Equal("b", StackFile.Read(project, "dev", "small.yaml", Path.Combine(files.Directory, "examples")).Find("a")!.Text);
        Assert.Equal(
            "small.yaml does not exist",
            Assert.Throws<RunException>(() => StackFile.Read(project, "dev", "small.yaml", files.Directory)).Message);
    }
}
