using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>Edits of a stack file that one deployment applies.</summary>
/// <param name="Applied">The counts that terraform prints: <c>1 added, 2 changed, 1 destroyed</c>.</param>
/// <param name="Edits">The edits, none of which hides another.</param>
internal sealed record EditRound(string Applied, ImmutableArray<KeyEdit> Edits);
