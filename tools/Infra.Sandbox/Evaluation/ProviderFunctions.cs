using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Answers provider functions with symbols. A lookup of one of the stack's own resources, which do not exist yet, returns
/// that resource.
/// </summary>
internal sealed class ProviderFunctions
{
    private const string GetInternetGateway = "aws:ec2/getInternetGateway:getInternetGateway";
    private const string GetRouteTable = "aws:ec2/getRouteTable:getRouteTable";

    private const string GetAvailabilityZones = "aws:index/getAvailabilityZones:getAvailabilityZones";

    // Every region has at least this many.
    private const int Zones = 2;

    private static readonly Dictionary<string, string[]> Results = new()
    {
        ["aws:ec2/getSubnet:getSubnet"] = ["id"],
        ["aws:ec2/getVpc:getVpc"] = ["id"],
        [GetAvailabilityZones] = ["id", "names"],
        [GetInternetGateway] = ["id", "internetGatewayId"],
        [GetRouteTable] = ["id", "routeTableId"],
        ["aws:index/getCallerIdentity:getCallerIdentity"] = ["id", "accountId", "arn", "userId"],
        ["aws:lb/getListener:getListener"] = ["id", "arn"],
        ["aws:lb/getLoadBalancer:getLoadBalancer"] = ["id", "arn", "arnSuffix", "dnsName", "name", "vpcId", "zoneId"],
        ["aws:route53/getZone:getZone"] = ["id", "zoneId", "arn", "name"],
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<ResourceKey, ProviderLookup> _lookups = [];

    /// <summary>The calls that only AWS can answer, sorted.</summary>
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

        var results = names.ToDictionary(name => name, name => Result(key, name));
        return new Dictionary<string, object>(arguments.Concat(results.ExceptBy(arguments.Keys, result => result.Key)));
    }

    private static object Result(ResourceKey key, string name) => (key.Type, name) is (GetAvailabilityZones, "names")
        ? Enumerable.Range(0, Zones).Select(object (index) => new Symbol(key, $"names[{index}]").ToString()).ToImmutableArray()
        : new Symbol(key, name).ToString();

    private static ResourceKey? OwnResource(string token, PropertyValue.Map arguments) => (token, OnlyTextIn(arguments)) switch
    {
        (GetInternetGateway, { } text) when OwnSymbol(text) is { } vpc => AwsxKeys.InternetGatewayOf(vpc.Resource),
        (GetRouteTable, { } text) when OwnSymbol(text) is { } subnet => AwsxKeys.RouteTableOf(subnet.Resource),
        _ => null,
    };

    // A symbol of one of the stack's resources; symbols of lookups stand for resources that already exist.
    private static Symbol? OwnSymbol(string text) => Symbol.Parse(text) is { } symbol && !Results.ContainsKey(symbol.Resource.Type) ? symbol : null;

    private static string? OnlyTextIn(PropertyValue.Map arguments) => Texts(arguments).Where(Symbol.IsIn).ToList() is [var text] ? text : null;

    // The arguments distinguish the calls of a function. Symbols among them contain characters that are not allowed in a symbol's name.
    private static string NameOf(PropertyValue.Map arguments) => arguments.Entries.Count == 0
        ? "current"
        : string.Join('/', arguments.Entries.SelectMany(entry => Words(entry.Key, entry.Value)));

    private static IEnumerable<string> Words(string name, PropertyValue value) => value switch
    {
        PropertyValue.Number number => [number.Value.ToString(CultureInfo.InvariantCulture)],
        PropertyValue.Flag flag => flag.Value ? [name] : [],
        _ => Texts(value).Select(Word),
    };

    // Items of one list differ only in their index.
    private static string Word(string text) => Symbol.Parse(text) is { } symbol
        ? symbol.Resource.Name + string.Concat(symbol.Path.Where(char.IsAsciiDigit))
        : text;

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        PropertyValue.Text text => [text.Value],
        PropertyValue.List list => list.Items.SelectMany(Texts),
        PropertyValue.Map map => map.Entries.Values.SelectMany(Texts),
        _ => [],
    };
}
