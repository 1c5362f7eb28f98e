using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Answers provider functions with symbols. What they would look up among the resources of the stack itself is answered with
/// those resources, as it does not exist yet.
/// </summary>
internal sealed class ProviderFunctions
{
    private const string GetInternetGateway = "aws:ec2/getInternetGateway:getInternetGateway";
    private const string GetRouteTable = "aws:ec2/getRouteTable:getRouteTable";

    private static readonly Dictionary<string, string[]> Results = new()
    {
        [GetInternetGateway] = ["id", "internetGatewayId"],
        [GetRouteTable] = ["id", "routeTableId"],
        ["aws:index/getCallerIdentity:getCallerIdentity"] = ["id", "accountId", "arn", "userId"],
        ["aws:lb/getListener:getListener"] = ["id", "arn"],
        ["aws:lb/getLoadBalancer:getLoadBalancer"] = ["id", "arn", "arnSuffix", "dnsName", "name", "vpcId", "zoneId"],
        ["aws:route53/getZone:getZone"] = ["id", "zoneId", "arn", "name"],
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<ResourceKey, ProviderLookup> _lookups = [];

    /// <summary>The calls that need AWS to answer, in order.</summary>
    public ImmutableArray<ProviderLookup> Lookups =>
        [.. _lookups.Values.OrderBy(lookup => lookup.Key.Type, StringComparer.Ordinal).ThenBy(lookup => lookup.Key.Name, StringComparer.Ordinal)];

    public Dictionary<string, object> Call(string token, ImmutableDictionary<string, object> arguments)
    {
        if (!Results.TryGetValue(token, out var names))
        {
            throw new NotSupportedException($"the sandbox cannot answer {token}");
        }

        var plain = PlainValues.Of(arguments);
        if (OwnResource(token, plain) is { } own)
        {
            return names.ToDictionary(name => name, _ => (object)new Symbol(own, "id").ToString());
        }

        var key = new ResourceKey(token, NameOf(plain));
        lock (_lock)
        {
            _lookups[key] = new ProviderLookup(key, plain);
        }

        var results = names.ToDictionary(name => name, name => (object)new Symbol(key, name).ToString());
        return new Dictionary<string, object>(arguments.Concat(results.ExceptBy(arguments.Keys, result => result.Key)));
    }

    private static ResourceKey? OwnResource(string token, PropertyValue.Map arguments) => (token, OnlyTextIn(arguments)) switch
    {
        (GetInternetGateway, { } text) when Symbol.Parse(text) is { } vpc => AwsxKeys.InternetGatewayOf(vpc.Resource),
        (GetRouteTable, { } text) when Symbol.Parse(text) is { } subnet => AwsxKeys.RouteTableOf(subnet.Resource),
        _ => null,
    };

    private static string? OnlyTextIn(PropertyValue.Map arguments) => Texts(arguments).Where(Symbol.IsIn).ToList() is [var text] ? text : null;

    // Arguments tell calls of a function apart; a symbol has characters that a name of a symbol must not have.
    private static string NameOf(PropertyValue.Map arguments) => arguments.Entries.Count == 0
        ? "current"
        : string.Join('/', Words(arguments).Select(text => Symbol.Parse(text)?.Resource.Name ?? text));

    private static IEnumerable<string> Words(PropertyValue.Map arguments) => arguments.Entries.Values.SelectMany(value =>
        value is PropertyValue.Number number ? [number.Value.ToString(CultureInfo.InvariantCulture)] : Texts(value));

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        PropertyValue.Text text => [text.Value],
        PropertyValue.List list => list.Items.SelectMany(Texts),
        PropertyValue.Map map => map.Entries.Values.SelectMany(Texts),
        _ => [],
    };
}
