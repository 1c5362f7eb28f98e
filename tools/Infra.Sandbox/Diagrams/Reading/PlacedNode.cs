using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>A node and the band that it belongs to.</summary>
internal sealed record PlacedNode(BandKind Band, DiagramNode Node);
