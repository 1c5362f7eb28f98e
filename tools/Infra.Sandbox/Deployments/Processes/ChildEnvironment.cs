namespace Infra.Sandbox.Deployments.Processes;

/// <summary>The environment of child processes, without the credentials of a real account.</summary>
internal static class ChildEnvironment
{
    /// <summary>The dummy access key and secret key for emulators.</summary>
    public const string DummyKey = "sandbox";

    private const string NoFile = "/dev/null";

    private static readonly string[] RemovedPrefixes = ["AWS_", "TF_VAR_"];
    private static readonly string[] Removed = ["TF_WORKSPACE"];

    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["AWS_ACCESS_KEY_ID"] = DummyKey,
        ["AWS_SECRET_ACCESS_KEY"] = DummyKey,
        ["AWS_CONFIG_FILE"] = NoFile,
        ["AWS_SHARED_CREDENTIALS_FILE"] = NoFile,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        // Terraform's version check hangs in networks that drop packets.
        ["CHECKPOINT_DISABLE"] = "true",
        ["TF_IN_AUTOMATION"] = "true",
        // Terraform and the provider hold hundreds of megabytes of schemas; collecting garbage less often saves a third of their CPU time.
        ["GOGC"] = "400",
    };

    /// <summary>Changes the environment of this process to that of a child.</summary>
    /// <param name="environment">The variables to change.</param>
    /// <param name="own">The child's own variables.</param>
    public static void Prepare(IDictionary<string, string?> environment, IEnumerable<KeyValuePair<string, string>> own)
    {
        foreach (var name in environment.Keys.Where(IsRemoved).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in Fixed.Concat(own))
        {
            environment[name] = value;
        }
    }

    // This includes AWS_ENDPOINT_URL, and AWS_CA_BUNDLE, with which the provider cannot be configured twice.
    private static bool IsRemoved(string name) =>
        Removed.Contains(name) || Array.Exists(RemovedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
