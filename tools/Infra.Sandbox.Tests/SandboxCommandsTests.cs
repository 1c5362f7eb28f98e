using Infra.Configuration.StackFiles;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests;

public sealed class SandboxCommandsTests
{
    private const string EncryptedConfig = """
        config:
          aws:region: eu-west-1
          app:name: shop
          app:network: { cidr: 10.0.0.0/16, zones: [eu-west-1a, eu-west-1b], natGateways: none }
          app:service:
            image: nginx:1.29
            containerPort: 80
            cpuUnits: 256
            memoryMiB: 512
            desiredCount: 1
            subnets: public
            secrets:
              TOKEN: { config: token }
              GENERATED: { generatedLength: 32 }
          app:token:
            secure: v1:c2VjcmV0
        """;

    [Theory]
    [InlineData(0, "preview", "dev")]
    [InlineData(0, "preview", "prod", "--json")]
    [InlineData(0, "--help")]
    [InlineData(1, "preview", "nowhere")]
    [InlineData(1, "preview", "dev", "--config-file", "nowhere.yaml")]
    [InlineData(2)]
    [InlineData(2, "preview")]
    [InlineData(2, "preview", "dev", "--jsn")]
    [InlineData(2, "preveiw", "dev")]
    [InlineData(2, "benchmark", "--runs", "0")]
    [InlineData(2, "benchmark", "--runs", "many")]
    public async Task ExitCode_DistinguishesSuccessFailureAndUsageError(int exitCode, params string[] arguments)
    {
        var run = await Run(RepositoryFiles.Root, arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 0, run.Error.Length == 0);
        Assert.Equal(exitCode != 0, run.Out.Length == 0);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task UsageError_NamesTheProblemAndHelp() => Assert.Equal(
        """
        Unrecognized command or argument '--jsn'.
        Use --help to list the commands and options.

        """,
        (await Run(RepositoryFiles.Root, "preview", "dev", "--jsn")).Error);

    [Theory]
    [InlineData("preview", "")]
    [InlineData("validate", "")]
    [InlineData("plan", "")]
    [InlineData("up", "")]
    [InlineData("destroy", "")]
    [InlineData("terraform", "--out x")]
    [InlineData("verify", "")]
    public async Task InvalidStackName_IsRejectedByEveryCommand(string command, string options)
    {
        string[] names = ["feature/x", "über", "a b", "", ".", "..", "dev\n", new('a', 101)];
        foreach (var name in names)
        {
            var run = await Run(RepositoryFiles.Root, [command, name, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith(
                $"\"{name}\" is not the name of a stack: use up to 100 letters, digits, hyphens, underscores and periods, such as dev\n", run.Error);
            Assert.Empty(run.Out);
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("Prod_2.eu-west-1")]
    [InlineData("7")]
    public void StackName_AcceptedByPulumi_IsValid(string name) => Assert.Null(StackName.ProblemOf(name));

    [Fact]
    public void StackName_With100Characters_IsValid() => Assert.Null(StackName.ProblemOf(new string('a', 100)));

    [Theory]
    [InlineData("--config-file needs a value", "preview", "dev", "--config-file", "")]
    [InlineData("--config-file needs a value", "validate", "dev", "--config-file", " ")]
    [InlineData("--endpoint needs a value", "up", "dev", "--endpoint", "")]
    [InlineData("--outputs needs a value", "verify", "dev", "--outputs", "")]
    [InlineData("--timeout must be at least 0", "verify", "dev", "--timeout", "-1")]
    [InlineData("--endpoint needs a value", "destroy", "dev", "--endpoint", "")]
    [InlineData("--out needs a value", "terraform", "dev", "--out", "")]
    [InlineData("--out: README.md is a file, not a folder", "terraform", "dev", "--out", "README.md")]
    [InlineData("--plugin-dir needs a value", "plan", "dev", "--plugin-dir", "")]
    [InlineData("--plugin-dir: nowhere does not exist", "validate", "dev", "--plugin-dir", "nowhere")]
    [InlineData("--plugin-dir: nowhere does not exist", "plan", "dev", "--plugin-dir", "nowhere")]
    [InlineData("--plugin-dir: nowhere does not exist", "up", "dev", "--plugin-dir", "nowhere")]
    [InlineData("--plugin-dir: nowhere does not exist", "destroy", "dev", "--plugin-dir", "nowhere")]
    [InlineData("--plugin-dir: nowhere does not exist", "terraform", "dev", "--out", "x", "--plugin-dir", "nowhere")]
    [InlineData("--plugin-dir: README.md is a file, not a folder", "up", "dev", "--plugin-dir", "README.md")]
    public async Task InvalidOption_IsRejectedBeforeAnyWork(string problem, params string[] arguments)
    {
        var run = await Run(RepositoryFiles.Root, arguments);

        Assert.Equal((2, $"{problem}\nUse --help to list the commands and options.\n", ""), (run.ExitCode, run.Error, run.Out));
    }

    [Fact]
    public async Task ConfigurationProblems_ArePrintedUnchanged()
    {
        using var project = Project(EncryptedConfig.Replace("memoryMiB: 512", "memoryMiB: 500"));

        var run = await Run(project.Directory, "preview", "dev");

        Assert.StartsWith("The configuration of stack 'dev' has 1 problem:\n  - app:service.memoryMiB: 500 ", run.Error);
    }

    [Fact]
    public async Task Secrets_AreNeverPrinted()
    {
        using var project = Project(EncryptedConfig);

        var json = (await Run(project.Directory, "preview", "dev", "--json")).Out;

        Assert.Equal(2, json.Split("\"secretString\": \"[secret]\"").Length - 1);
        Assert.DoesNotContain("pulumi:index:Config", json);
        Assert.DoesNotContain("c2VjcmV0", json);
    }

    [Theory]
    [InlineData("dev", 85)]
    [InlineData("prod", 124)]
    public async Task ShippedStack_CanBePreviewed(string stack, int resources)
    {
        var text = (await Run(RepositoryFiles.Root, "preview", stack)).Out;

        Assert.StartsWith($"Previewing update ({stack}):\n", text);
        Assert.Contains($"Resources:\n    + {resources} to create\n\nNotices:\n    - app:loadBalancer.allowedCidrs: ", text);
        Assert.DoesNotContain("\nWarnings:\n", text);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task ShippedStack_HasADeterministicPlan(string stack)
    {
        var first = (await Run(RepositoryFiles.Root, "preview", stack, "--json")).Out;

        Assert.Equal(first, (await Run(RepositoryFiles.Root, "preview", stack, "--json")).Out);
    }

    private static TemporaryProject Project(string stackFile) => new(("Pulumi.yaml", "name: app\n"), ("Pulumi.dev.yaml", stackFile));

    private static async Task<(int ExitCode, string Out, string Error)> Run(string directory, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = await SandboxCommands.RunAsync(arguments, new Terminal(output, error, directory, HasColors: false));
        return (exitCode, output.ToString(), error.ToString());
    }
}
