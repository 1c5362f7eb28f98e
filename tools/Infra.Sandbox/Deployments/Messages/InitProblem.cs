namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Why terraform cannot get the provider.</summary>
internal static class InitProblem
{
    private const string Heading = "Error: ";

    /// <summary>The heading of the first error in what <c>terraform init</c> says, if there is one.</summary>
    public static string? In(string output) => output.Split('\n')
        .Select(line => line.TrimStart('│', '╷', ' '))
        .FirstOrDefault(line => line.StartsWith(Heading, StringComparison.Ordinal))?[Heading.Length..].TrimEnd();

    public static string Describe(string terraform, string? problem) =>
        $"{terraform} cannot get the provider hashicorp/aws{(problem is null ? "" : $" ({problem})")}; let it reach its registry, "
        + "name a folder that holds the provider with --plugin-dir, or configure one in the file that TF_CLI_CONFIG_FILE names";
}
