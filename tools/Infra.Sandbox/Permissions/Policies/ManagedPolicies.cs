using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Permissions.Policies;

/// <summary>Divides the statements among managed policies, whose length IAM limits.</summary>
internal static partial class ManagedPolicies
{
    /// <summary>The longest managed policy, without white space.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html</remarks>
    public const int MaxLength = 6144;

    // Nothing that a variable stands for is longer: the longest are the names of applications and the IDs of hosted zones.
    private const int LongestVariable = 32;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statements of each policy, in their order.</summary>
    public static ImmutableArray<ImmutableArray<JsonObject>> Of(IEnumerable<Statement> statements)
    {
        List<List<JsonObject>> policies = [[]];
        foreach (var statement in statements.Where(statement => statement.Actions.Length > 0).Select(PolicyStatements.Of))
        {
            policies[^1].Add(statement);
            if (LengthOf(policies[^1]) > MaxLength)
            {
                policies[^1].RemoveAt(policies[^1].Count - 1);
                policies.Add([statement]);
            }
        }

        return [.. policies.Select(policy => policy.ToImmutableArray())];
    }

    /// <summary>The greatest length of a policy with these statements.</summary>
    public static int LengthOf(IEnumerable<JsonObject> statements)
    {
        var document = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements.Select(statement => statement.DeepClone())]) };
        return Variable().Replace(document.ToJsonString(Compact), new string('x', LongestVariable)).Length;
    }

    [GeneratedRegex(@"\$\{(Application|HostedZoneId|AWS::[A-Za-z]+)\}")]
    private static partial Regex Variable();
}
