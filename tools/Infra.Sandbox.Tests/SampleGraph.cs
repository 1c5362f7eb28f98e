using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests;

/// <summary>A graph with every kind of value in a preview.</summary>
internal static class SampleGraph
{
    private static readonly ResourceKey Stack = new("pulumi:pulumi:Stack", "app-dev");
    private static readonly ResourceKey Network = new("infra:index:Network", "shop-network");
    private static readonly ResourceKey Vpc = new("aws:ec2/vpc:Vpc", "shop-network");
    private static readonly ResourceKey Subnet = new("aws:ec2/subnet:Subnet", "shop-network-a");
    private static readonly ResourceKey Database = new("aws:rds/instance:Instance", "shop-database");

    private static readonly PropertyValue Host = new Symbol(Database, "address");

    public static ResourceGraph Create() => new()
    {
        Project = "app",
        Stack = "dev",
        Resources =
        [
            new() { Key = Stack, Parent = null, IsComponent = true },
            new() { Key = Network, Parent = Stack, IsComponent = true },
            new() { Key = Vpc, Parent = Network, Inputs = Map(("cidrBlock", "10.0.0.0/16"), ("enableDnsSupport", true)) },
            new() { Key = Subnet, Parent = Vpc, Inputs = Map(("vpcId", new Symbol(Vpc, "id")), ("index", 1)) },
            new()
            {
                Key = Database,
                Parent = Stack,
                Inputs = Map(("password", new PropertyValue.Secret("hunter2")), ("port", PropertyValue.Unknown.Value)),
                Settings = new ResourceSettings { Protect = true },
            },
        ],
        Lookups = [],
        Outputs = Map(
            ("url", "https://shop.example.com"),
            ("command", "echo \"über\""),
            ("database", Map(("host", Host), ("port", 5432), ("password", new PropertyValue.Secret("hunter2")))),
            ("hosts", new PropertyValue.List([Host, "localhost"])),
            ("buckets", PropertyValue.Map.Empty),
            ("exec", PropertyValue.Null.Value)),
    };

    private static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
