using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Model;

/// <summary>The parts of a stack in bands from the internet to the isolated subnets, and the connections that its security groups allow.</summary>
internal sealed record Diagram
{
    public required string Title { get; init; }

    /// <summary>The VPC with its range, or the existing VPC.</summary>
    public required ImmutableArray<Fact> Network { get; init; }

    /// <summary>The Availability Zones in order.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The bands that are not empty, from the internet down.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    /// <summary>The connections, in the order of their senders.</summary>
    public required ImmutableArray<Arrow> Arrows { get; init; }

    /// <summary>The names of the two stack files that are compared; null for a diagram of one.</summary>
    public (string From, string To)? Comparison { get; init; }

    public IEnumerable<DiagramNode> Nodes => Bands.SelectMany(band => band.Nodes);
}

/// <summary>A tier of the stack.</summary>
internal sealed record Band(BandKind Kind, ImmutableArray<Subnet> Subnets, ImmutableArray<DiagramNode> Nodes);

internal enum BandKind
{
    Edge,
    Public,
    Private,
    Isolated,
    Regional,
}

/// <summary>A subnet of a band.</summary>
/// <param name="Zone">The Availability Zone.</param>
/// <param name="Facts">Its range and its gateway.</param>
internal sealed record Subnet(string Zone, ImmutableArray<Fact> Facts)
{
    /// <summary>The key of the fact that it has a NAT gateway.</summary>
    public const string Gateway = "nat";
}

/// <summary>A box: a part of the stack, or something at its edge.</summary>
internal sealed record DiagramNode
{
    /// <summary>Identifies the same part in two diagrams of one stack.</summary>
    public required string Id { get; init; }

    public required NodeKind Kind { get; init; }

    public required string Title { get; init; }

    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>The Availability Zones it uses; empty for what has none.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>The reason for which it can be public, such as a public IP address; null for none.</summary>
    public string? Exposure { get; init; }

    /// <summary>The resources it consists of; a component stands for all its resources.</summary>
    public ImmutableArray<ResourceKey> Resources { get; init; } = [];

    public ChangeState State { get; init; }
}

internal enum NodeKind
{
    Internet,
    Domain,
    SignIn,
    WebAcl,
    LoadBalancer,
    Service,
    Job,
    Instances,
    Endpoints,
    Database,
    Cache,
    FileSystems,
    SecurityGroup,
    Bucket,
    Queue,
    Secrets,
    Repository,
    Alarms,
    Backup,
}

/// <summary>A short text about a part.</summary>
/// <param name="Key">Identifies the same property in two diagrams.</param>
/// <param name="Text">The text.</param>
/// <param name="Side">The column of a wide box.</param>
/// <param name="State">Whether it differs from the running stack.</param>
internal sealed record Fact(string Key, string Text, FactSide Side = FactSide.Left, ChangeState State = ChangeState.Same);

internal enum FactSide
{
    /// <summary>what it is</summary>
    Left,

    /// <summary>what it reaches</summary>
    Right,
}

/// <summary>A connection that rules of security groups allow.</summary>
/// <param name="From">The sender's <see cref="DiagramNode.Id"/>.</param>
/// <param name="To">The receiver's <see cref="DiagramNode.Id"/>.</param>
/// <param name="Ports">The TCP ports and port ranges, one for each rule.</param>
internal sealed record Arrow(string From, string To, ImmutableArray<Fact> Ports)
{
    public string PortsText => string.Join(", ", Ports.Select(port => port.Text));

    public ChangeState State => Ports.Select(port => port.State).Distinct().ToArray() is [var only] ? only : ChangeState.Changed;
}

internal enum ChangeState
{
    Same,
    New,
    Gone,
    Changed,
}
