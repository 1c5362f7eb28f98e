namespace Infra.Sandbox.Deployments.Processes;

/// <summary>A tool is not installed. The message is one sentence with the tool and how to install it.</summary>
internal sealed class MissingToolException(string message) : Exception(message);

/// <summary>Finds terraform, moto, git, aws and pulumi on the PATH.</summary>
/// <param name="path">The value of PATH.</param>
internal sealed class ToolFinder(string? path)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static ToolFinder ForProcess() => new(Environment.GetEnvironmentVariable("PATH"));

    /// <exception cref="MissingToolException">Neither is installed.</exception>
    public string TerraformOrTofu() => OperatingSystem.IsWindows()
        ? throw new MissingToolException("the sandbox deploys from Linux and macOS only; on Windows run it in WSL")
        : Find("terraform") ?? Find("tofu") ?? throw new MissingToolException(
            "neither terraform nor tofu is on PATH; install Terraform 1.7 or later (https://developer.hashicorp.com/terraform/install) "
            + "or OpenTofu 1.8 or later (https://opentofu.org/docs/intro/install)");

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public string MotoServer() => Find("moto_server") ?? throw new MissingToolException(
        "moto_server is not on PATH; install it with `pipx install 'moto[server]'` (https://docs.getmoto.org), "
        + "or name an emulator that is already running with --endpoint");

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public string Git() => Find(ExecutableName("git")) ?? throw new MissingToolException(
        "git is not on PATH; install it (https://git-scm.com/downloads), or name two files with --from and --to");

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public string Aws() => Find(ExecutableName("aws")) ?? throw new MissingToolException(
        "aws is not on PATH; install the AWS CLI (https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html)");

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public string Pulumi() => Find(ExecutableName("pulumi")) ?? throw new MissingToolException(
        "pulumi is not on PATH; install it (https://www.pulumi.com/docs/iac/download-install), or name a file with the outputs of the stack with --outputs");

    private static string ExecutableName(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;

    private string? Find(string name) => (path ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(directory => Path.Combine(directory, name))
        .FirstOrDefault(IsExecutable);

    private static bool IsExecutable(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != 0);
}
