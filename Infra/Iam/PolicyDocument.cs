using System.Text.Json.Nodes;

namespace Infra.Iam;

/// <summary>IAM policies as JSON in canonical form, so that equal policies are equal texts.</summary>
internal static class PolicyDocument
{
    private const string Version = "2012-10-17";

    public static string Json(IEnumerable<PolicyStatement> statements) => CanonicalJson.Text(new JsonObject
    {
        ["Version"] = Version,
        ["Statement"] = CanonicalJson.Array(statements.Select(Statement)),
    });

    /// <summary>The trust policy of a role that an AWS service assumes; with an account ID, only for resources of that account.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html</summary>
    public static string Trust(string service, string? accountId) => Json(
    [
        new PolicyStatement
        {
            Actions = ["sts:AssumeRole"],
            Principals = new Dictionary<string, string> { ["Service"] = service },
            Conditions = accountId is null
                ? PolicyStatement.NoConditions
                : PolicyStatement.Condition("StringEquals", "aws:SourceAccount", accountId),
        },
    ]);

    private static JsonObject Statement(PolicyStatement statement)
    {
        var json = new JsonObject { ["Effect"] = statement.Effect };
        if (statement.Principals.Count > 0)
        {
            json["Principal"] = Principal(statement.Principals);
        }

        json["Action"] = CanonicalJson.Array(statement.Actions);
        if (statement.Resources.Count > 0)
        {
            json["Resource"] = CanonicalJson.Array(statement.Resources);
        }

        if (statement.Conditions.Count > 0)
        {
            json["Condition"] = Conditions(statement.Conditions);
        }

        return json;
    }

    private static JsonNode Principal(IReadOnlyDictionary<string, string> principals) =>
        principals.ContainsKey("*") ? "*" : CanonicalJson.Object(principals, principal => principal);

    private static JsonObject Conditions(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> conditions) =>
        CanonicalJson.Object(conditions, keys => CanonicalJson.Object(keys, Values));

    // A single value without brackets, as in AWS's examples: some security tools compare conditions literally.
    private static JsonNode Values(IReadOnlyList<string> values) =>
        values is [var only] ? JsonValue.Create(only) : CanonicalJson.Array(values);
}
