namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The command line asks for something that is not done. The message is one sentence that says why.</summary>
internal sealed class MisuseException(string message) : Exception(message);
