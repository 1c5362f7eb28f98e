using System.Collections.Immutable;
using System.Globalization;
using Infra.Configuration;
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

    private const string GetAvailabilityZones = "aws:index/getAvailabilityZones:getAvailabilityZones";

    // As many as every region has.
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

    // A symbol of a resource of the stack; what was looked up exists already.
    private static Symbol? OwnSymbol(string text) => Symbol.Parse(text) is { } symbol && !Results.ContainsKey(symbol.Resource.Type) ? symbol : null;

    private static string? OnlyTextIn(PropertyValue.Map arguments) => Texts(arguments).Where(Symbol.IsIn).ToList() is [var text] ? text : null;

    // Arguments tell calls of a function apart; a symbol has characters that a name of a symbol must not have.
    private static string NameOf(PropertyValue.Map arguments) => arguments.Entries.Count == 0
        ? "current"
        : string.Join('/', arguments.Entries.SelectMany(entry => Words(entry.Key, entry.Value)));

    private static IEnumerable<string> Words(string name, PropertyValue value) => value switch
    {
        PropertyValue.Number number => [number.Value.ToString(CultureInfo.InvariantCulture)],
        PropertyValue.Flag flag => flag.Value ? [name] : [],
        _ => Texts(value).Select(Word),
    };

    // Of several items of one list only the numbers differ.
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
