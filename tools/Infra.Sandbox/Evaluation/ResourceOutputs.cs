using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// The outputs of a resource that a program can read: its inputs, and symbols for texts that only AWS knows. All other outputs
/// are unknown.
/// </summary>
internal static class ResourceOutputs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<string>> TextNames = [];

    public static Dictionary<string, object> Of(
        Resource resource, ResourceKey key, ImmutableDictionary<string, object> inputs, NumberSymbols numbers)
    {
        var outputs = ListsOf(key, inputs);
        foreach (var name in TextNames.GetOrAdd(resource.GetType(), FindTextNames))
        {
            outputs.TryAdd(name, TextOf(new Symbol(key, name)));
        }

        foreach (var name in NumbersOf(key))
        {
            outputs[name] = numbers.For(new Symbol(key, name));
        }

        foreach (var (name, value) in inputs)
        {
            outputs[name] = PlainValues.HoldSecret(PlainValues.Of(value)) ? Output.CreateSecret(value) : value;
        }

        return outputs;
    }

    private static object TextOf(Symbol symbol) =>
        SecretOutputs.Contain(symbol) ? Output.CreateSecret(symbol.ToString()) : symbol.ToString();

    private static ImmutableArray<string> FindTextNames(Type type) =>
    [
        .. type.GetProperties()
            .Where(property => property.PropertyType == typeof(Output<string>))
            .Select(property => property.GetCustomAttribute<OutputAttribute>()?.Name)
            .OfType<string>()
            .Where(name => name is not ("id" or "urn")),
    ];

    // Numbers that programs format as text.
    private static string[] NumbersOf(ResourceKey key) => key.Type == "aws:ec2/launchTemplate:LaunchTemplate" ? ["latestVersion"] : [];

    // The length of a list depends on the inputs, differently for each type.
    private static Dictionary<string, object> ListsOf(ResourceKey key, ImmutableDictionary<string, object> inputs) => key.Type switch
    {
        "aws:acm/certificate:Certificate" => new() { ["domainValidationOptions"] = DomainValidationOptions(key, inputs) },
        "aws:elasticache/serverlessCache:ServerlessCache" => new()
        {
            ["endpoints"] = new List<object>
            {
                new Dictionary<string, object> { ["address"] = new Symbol(key, "endpoints[0].address").ToString(), ["port"] = 6379 },
            },
        },
        _ => [],
    };

    private static List<object> DomainValidationOptions(ResourceKey certificate, ImmutableDictionary<string, object> inputs)
    {
        string[] domains =
        [
            .. inputs.GetValueOrDefault("domainName") is string domain ? [domain] : Array.Empty<string>(),
            .. inputs.GetValueOrDefault("subjectAlternativeNames") is ImmutableArray<object> names ? names.OfType<string>() : [],
        ];
        return [.. domains.Distinct().Select((domain, index) => ValidationOption(certificate, domain, index))];
    }

    private static Dictionary<string, object> ValidationOption(ResourceKey certificate, string domain, int index) => new()
    {
        ["domainName"] = domain,
        ["resourceRecordName"] = new Symbol(certificate, $"domainValidationOptions[{index}].resourceRecordName").ToString(),
        ["resourceRecordType"] = new Symbol(certificate, $"domainValidationOptions[{index}].resourceRecordType").ToString(),
        ["resourceRecordValue"] = new Symbol(certificate, $"domainValidationOptions[{index}].resourceRecordValue").ToString(),
    };
}
