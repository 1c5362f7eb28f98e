namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Explains a failed <c>terraform init</c>.</summary>
internal static class InitProblem
{
    private const string Heading = "Error: ";

    /// <summary>The first error in the output of <c>terraform init</c>, if any.</summary>
    public static string? In(string output) => output.Split('\n')
        .Select(line => line.TrimStart('│', '╷', ' '))
        .FirstOrDefault(line => line.StartsWith(Heading, StringComparison.Ordinal))?[Heading.Length..].TrimEnd();

    public static string Describe(string terraform, string? problem) =>
        $"{terraform} cannot install the provider hashicorp/aws{(problem is null ? "" : $" ({problem})")}; give it access to its registry, "
        + "name a folder with the provider by --plugin-dir, or configure a filesystem mirror in the file named by TF_CLI_CONFIG_FILE";
}
