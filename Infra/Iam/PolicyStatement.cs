namespace Infra.Iam;

/// <summary>One statement of an IAM policy.</summary>
internal sealed record PolicyStatement
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> NoConditions =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public string Effect { get; init; } = "Allow";

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Empty in a trust policy, which applies to its role.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>By type: "Service", "AWS" or "*". Empty in a policy that is attached to a role.</summary>
    public IReadOnlyDictionary<string, string> Principals { get; init; } = new Dictionary<string, string>();

    /// <summary>Values by operator and key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Conditions { get; init; } = NoConditions;

    public static PolicyStatement Allow(IReadOnlyList<string> actions, params IReadOnlyList<string> resources) =>
        new() { Actions = actions, Resources = resources };

    /// <summary>Denies all access to a bucket without TLS.</summary>
    public static PolicyStatement DenyWithoutTls(string bucketArn) => DenyWithoutTls("s3:*", [bucketArn, $"{bucketArn}/*"]);

    /// <summary>Denies all access without TLS.</summary>
    public static PolicyStatement DenyWithoutTls(string action, IReadOnlyList<string> resources) =>
        DenyEveryone(action, resources, Condition("Bool", "aws:SecureTransport", "false"));

    /// <summary>Denies an action to every principal that meets the conditions.</summary>
    public static PolicyStatement DenyEveryone(
        string action,
        IReadOnlyList<string> resources,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> conditions) => new()
        {
            Effect = "Deny",
            Actions = [action],
            Resources = resources,
            Principals = new Dictionary<string, string> { ["*"] = "*" },
            Conditions = conditions,
        };

    /// <summary>A condition with one operator, one key and one value.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Condition(
        string @operator, string key, string value) =>
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>
        {
            [@operator] = new Dictionary<string, IReadOnlyList<string>> { [key] = [value] },
        };
}
