namespace Infra.Sandbox.Deployments.Processes;

/// <summary>The environment of the processes that the sandbox starts: never with the credentials of a real account.</summary>
internal static class ChildEnvironment
{
    /// <summary>What emulators accept as a key and as its secret.</summary>
    public const string DummyKey = "sandbox";

    private const string NoFile = "/dev/null";

    private static readonly string[] WithheldPrefixes = ["AWS_", "TF_VAR_"];
    private static readonly string[] Withheld = ["TF_WORKSPACE"];

    private static readonly Dictionary<string, string> Given = new()
    {
        ["AWS_ACCESS_KEY_ID"] = DummyKey,
        ["AWS_SECRET_ACCESS_KEY"] = DummyKey,
        ["AWS_CONFIG_FILE"] = NoFile,
        ["AWS_SHARED_CREDENTIALS_FILE"] = NoFile,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        // Terraform asks its maker for newer versions, and waits for an answer where the network swallows the question.
        ["CHECKPOINT_DISABLE"] = "true",
        ["TF_IN_AUTOMATION"] = "true",
    };

    /// <summary>Turns the environment of this process into that of a child.</summary>
    /// <param name="environment">The variables of this process; they are changed.</param>
    /// <param name="own">What else the child is given.</param>
    public static void Prepare(IDictionary<string, string?> environment, IEnumerable<KeyValuePair<string, string>> own)
    {
        foreach (var name in environment.Keys.Where(IsWithheld).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in Given.Concat(own))
        {
            environment[name] = value;
        }
    }

    // Among AWS_ are also AWS_CA_BUNDLE, with which the provider cannot be configured twice, and AWS_ENDPOINT_URL.
    private static bool IsWithheld(string name) =>
        Withheld.Contains(name) || Array.Exists(WithheldPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
