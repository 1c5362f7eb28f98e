using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Providers.Support;

/// <summary>An edit of a stack.</summary>
internal sealed record StackEdit(string Name, ResourceGraph Running, ResourceGraph Wanted);
