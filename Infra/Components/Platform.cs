using System.Diagnostics.CodeAnalysis;

namespace Infra.Components;

/// <summary>What the tasks of a stack share: where they run, and everything they may use.</summary>
internal sealed record Platform : Foundation
{
    [SetsRequiredMembers]
    public Platform(Foundation foundation, Cluster cluster)
        : base(foundation) => Cluster = cluster;

    public Cluster Cluster { get; }

    /// <summary>What users reach over HTTP; null where no task is behind a load balancer.</summary>
    public WebFront? Web { get; init; }

    public InterfaceEndpoints? Endpoints { get; init; }

    public Database? Database { get; init; }

    public Storage? Storage { get; init; }

    /// <summary>What texts of the stack file may name.</summary>
    public Placeholders Placeholders => field ??= new Placeholders(this);
}
