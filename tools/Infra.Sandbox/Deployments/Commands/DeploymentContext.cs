using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>What a deployment needs from the machine.</summary>
internal sealed record DeploymentContext(Terminal Terminal, ToolFinder Tools, SchemaCache Schemas)
{
    public static DeploymentContext OfProcess(Terminal terminal) => new(terminal, ToolFinder.OfProcess(), SchemaCache.OfUser());

    public void Say(string text) => Terminal.Out.WriteLine(text);
}
