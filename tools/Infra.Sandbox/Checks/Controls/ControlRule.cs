namespace Infra.Sandbox.Checks.Controls;

/// <summary>Finds the resources of a stack that do not meet a control.</summary>
internal sealed record ControlRule(string Id, Func<CheckContext, IEnumerable<Violation>> Find);
