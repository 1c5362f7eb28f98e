using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>The place of a part in the network.</summary>
/// <param name="Band">The tier of its subnets.</param>
/// <param name="Zones">The Availability Zones of its subnets.</param>
/// <param name="WayOut">Its route to the internet; null without one.</param>
internal sealed record Placement(BandKind Band, ImmutableArray<string> Zones, string? WayOut);
