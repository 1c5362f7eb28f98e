using Infra.Services;

namespace Infra.Iam;

/// <summary>One statement of an IAM policy.</summary>
internal sealed record PolicyStatement
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> NoConditions =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public string Effect { get; init; } = "Allow";

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Empty in a trust policy, which speaks of the role itself.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Who is meant, by kind: "Service", "AWS" or "*"; none in a policy attached to a role.</summary>
    public IReadOnlyDictionary<string, string> Principals { get; init; } = new Dictionary<string, string>();

    /// <summary>Operator, then key, then values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Conditions { get; init; } = NoConditions;

    public static PolicyStatement Allow(IReadOnlyList<string> actions, params IReadOnlyList<string> resources) =>
        new() { Actions = actions, Resources = resources };

    /// <summary>Refuses everyone who comes to a bucket without TLS.</summary>
    public static PolicyStatement DenyWithoutTls(string bucketArn) => DenyWithoutTls("s3:*", [bucketArn, $"{bucketArn}/*"]);

    /// <summary>Refuses everyone who comes without TLS.</summary>
    public static PolicyStatement DenyWithoutTls(string action, IReadOnlyList<string> resources) =>
        DenyEveryone(action, resources, Condition("Bool", "aws:SecureTransport", "false"));

    /// <summary>Refuses everyone who meets a condition.</summary>
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
