using Pulumi;

namespace Infra.Networking;

/// <summary>A subnet by a name that stays the same when others come or go: its zone, or its id in an existing network.</summary>
internal sealed record NamedSubnet(string Name, Output<string> Id);
