using System.Text.RegularExpressions;

namespace Infra.Tests.Configuration.Schema;

/// <summary>The problems that the program finds and the schema does not, by reason. A message without a reason fails the tests.</summary>
internal static class SchemaLimits
{
    private const string Spelling = "YAML has changed the value before the schema sees it";

    private static readonly (string Reason, string[] Messages)[] OfRules =
    [
        ("refers to another place of the file",
        [
            "is not in app:", "is unknown; ", "has no value: ", "does not exist: this stack", "does not exist; set it with `pulumi", "refers to app:service",
            "is not a part that tasks", "is not a secret of this stack", "this stack has no", "has no discoveryName", "has no containerPort", "is not a name of the domain",
            "is not encrypted", "matches no path of a service", "is the service itself",
        ]),
        ("depends on the region", ["aws:region", "must not include the prefix", "but the secret is in"]),
        ("is looked up in lists of AWS's names, which grow",
        [
            "does not exist", "matches no IAM action", "does not run PostgreSQL", "AWS reserves", "PostgreSQL reserves", "already exists on every RDS instance", "is reserved on every instance",
            "needs a gateway endpoint", "needs network.s3GatewayEndpoint",
        ]),
        ("has a form that a pattern cannot say, or not for all cases",
        [
            "is not an image", "is not an IPv4 range", "is not in canonical form", "is not private", "is too small for the subnets", "is not a port range", "does not end with a port", "is reversed", "is not a complete ARN",
            "is missing a colon", "has no region; use", "has an invalid region", "has a region or an account", "has the account", "has an unclosed", "the value contains", "the value starts or ends", "differs from",
            "is set by the stack itself", "is not a Fargate size", "is too low", "percent can never be exceeded", "contains the same port twice",
        ]),
        ("is a quota of AWS over several keys", ["; AWS allows [0-9]"]),
        ("needs, excludes or must fit another key",
        [
            "repeats ", "requires ", "is required", "needs ", "cannot be combined", "set exactly one of", "set hostedZoneName", "has no effect", "has nothing to", "must be less than", "does not fit", "is not valid with", "is not within",
            "leaves no ", "exceeds? ", "overlaps", "is outside", "is already ", "range for .* zones", "matches the same requests", "matches all requests", "is more than ", "at the same time", "is not in the hosted zone",
            "is IPv6, but", "shifts traffic", "cannot be pulled", "have no route", "does not match the instances", "allows one task", "a deployment of", "gives tasks on instances no public", "is for cron", "is off",
        ]),
    ];

    private static readonly (string Reason, string[] Messages)[] OfKeys =
    [
        (Spelling, ["is read as .*(put it in quotes|because of its leading zero)"]),
        ("has fields that a pattern cannot say", ["is not valid: (day|hours|minutes|month|year)", "never runs: "]),
    ];

    /// <summary>The reason for which the schema does not find a problem of a rule; null if there is none.</summary>
    public static string? OfRule(string problem) => Find(OfRules, problem);

    /// <summary>The reason for which the schema does not find a problem of a single key; null if there is none.</summary>
    public static string? OfKey(string problem) => Find(OfKeys, problem);

    private static string? Find((string Reason, string[] Messages)[] table, string problem) =>
        table.FirstOrDefault(entry => entry.Messages.Any(message => Regex.IsMatch(problem, message))).Reason;
}
