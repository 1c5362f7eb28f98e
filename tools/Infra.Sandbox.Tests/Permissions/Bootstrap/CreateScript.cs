using System.Diagnostics;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Permissions.Bootstrap;

/// <summary>Runs <c>bootstrap/create</c>.</summary>
internal sealed class CreateScript : IDisposable
{
    // Answers like an account in which the given resources exist, and logs the calls.
    private const string FakeAws = """
        #!/bin/sh
        echo "$*" >>"$AWS_LOG"
        case "$*" in
          *describe-stack-resource\ *) test -n "$OWNS_PROVIDER" ;;
          *list-open-id-connect-providers*) echo "$PROVIDER" ;;
          *list-roles*) echo "$ECS_ROLE" ;;
          *DevDeployRoleArn*) echo arn:dev-deploy ;;
          *DevPreviewRoleArn*) echo arn:dev-preview ;;
          *DevSecretsProvider*) echo "awskms://alias/pulumi-shop-dev?region=eu-central-1" ;;
          *BackendUrl*) echo "s3://pulumi-shop-state?region=eu-central-1" ;;
          *describe-stacks*) echo None ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The calls of the fake AWS CLI.</summary>
    public string[] Calls => File.Exists(_folder.File("calls")) ? File.ReadAllLines(_folder.File("calls")) : [];

    /// <summary>Runs the script with a fake AWS CLI.</summary>
    public Task<CommandRun> RunAsync(string[] arguments, params (string Name, string Value)[] account)
    {
        File.WriteAllText(_folder.File("aws"), FakeAws);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File("aws"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return RunAsync(RepositoryFiles.Path("bootstrap", "create"), arguments,
        [
            ("PATH", $"{_folder.Path}:/usr/bin:/bin"), ("AWS_LOG", _folder.File("calls")), ("AWS_REGION", "eu-central-1"), .. account,
        ]);
    }

    public static async Task<CommandRun> RunAsync(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("AWS_CA_BUNDLE");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, output, await errors);
    }

    public void Dispose() => _folder.Dispose();
}
