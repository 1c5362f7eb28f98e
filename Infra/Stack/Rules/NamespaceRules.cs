using Infra.Configuration.Binding;
using Infra.Configuration.Schema;

namespace Infra.Stack.Rules;

/// <summary>Keys outside the project's own namespace: those of Pulumi and of its AWS provider.</summary>
internal static class NamespaceRules
{
    private const string Aws = "aws";
    private const string Pulumi = "pulumi";

    /// <summary>The namespaces that something else than the program reads.</summary>
    public static readonly IReadOnlyList<string> Known = [Aws, Pulumi];

    // https://www.pulumi.com/docs/iac/concepts/config/#pulumi-configuration-options
    private static readonly string[] PulumiKeys = ["autonaming", "disable-default-providers", "tags", "template"];

    private static readonly string[] PlainCredentials = ["secretKey", "token"];

    /// <summary>The same namespaces with their keys, for editors.</summary>
    public static IReadOnlyList<OtherNamespace> Namespaces =>
    [
        new(Aws, "Pulumi's AWS provider", [.. AwsProviderKeys.All.Select(KeyOf)]),
        new(Pulumi, "Pulumi", [.. PulumiKeys.Select(KeyOf)]),
    ];

    public static void Check(RuleChecker rules)
    {
        foreach (var key in rules.Values.AllKeys)
        {
            var (space, name) = (key[..key.IndexOf(':', StringComparison.Ordinal)], key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            switch (space)
            {
                case Aws:
                    CheckKey(key, name, AwsProviderKeys.All, "Pulumi's AWS provider", rules);
                    CheckAws(key, name, rules);
                    break;
                case Pulumi:
                    CheckKey(key, name, PulumiKeys, "Pulumi", rules);
                    CheckPulumi(key, name, rules);
                    break;
                case var other when other != rules.Values.Project && rules.Values.NameMeantBy(key, Known) is null:
                    rules.WarnKey(key, $"nothing here reads the namespace {other}; keys of this program begin with {rules.Values.Project}:");
                    break;
            }
        }
    }

    private static OtherKey KeyOf(string name) => new(name, PlainCredentials.Contains(name) ? OtherKeyKind.Encrypted : OtherKeyKind.Any);

    private static void CheckKey(string key, string name, IReadOnlyList<string> known, string reader, RuleChecker rules)
    {
        if (!known.Contains(name))
        {
            var space = key[..^(name.Length + 1)];
            var meant = Suggestion.For(name, known) is { } suggestion ? $"; did you mean {space}:{suggestion}?"
                : ConfigType.Of(typeof(StackConfig)).Members.Any(member => member.Name == name) ? $"; did you mean {rules.Values.Key(name)}?"
                : "; remove it";
            rules.AddKey(key, $"{reader} has no such key{meant}");
        }
        else if (name != "region" && rules.Values.FindKey(key) is { Text: "" })
        {
            rules.AddKey(key, "has no value; set it or remove the key");
        }
    }

    private static void CheckAws(string key, string name, RuleChecker rules)
    {
        if (PlainCredentials.Contains(name) && rules.Values.FindKey(key) is { IsSecret: false })
        {
            rules.AddKey(key, $"is a credential in plain text; take it out of the file and revoke it, then use {Aws}:profile or the environment");
        }
        else if (name == "defaultTags")
        {
            rules.WarnKey(key, "every resource has the tags of app:tags already; with the same tag in both, the provider reports changes for ever. Use app:tags alone");
        }
    }

    private static void CheckPulumi(string key, string name, RuleChecker rules)
    {
        if (name == "autonaming")
        {
            rules.WarnKey(key, "the names that this program checks for their length are those that Pulumi makes without it; remove it");
        }
        else if (name == "disable-default-providers")
        {
            rules.WarnKey(key, "this program has no other provider than the default one; remove it, unless it leaves aws, awsx and random out");
        }
    }
}
