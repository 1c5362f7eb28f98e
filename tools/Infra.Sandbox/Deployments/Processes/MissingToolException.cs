namespace Infra.Sandbox.Deployments.Processes;

/// <summary>Something must be installed first. The message is one sentence that says what, and how to get it.</summary>
internal sealed class MissingToolException(string message) : Exception(message);
