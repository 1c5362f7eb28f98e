using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The terminal, tools and caches that the commands use.</summary>
internal sealed record DeploymentContext(Terminal Terminal, ToolFinder Tools, SchemaCache Schemas)
{
    public static DeploymentContext ForProcess(Terminal terminal) => new(terminal, ToolFinder.ForProcess(), SchemaCache.ForUser());

    public void Print(string text) => Terminal.Out.WriteLine(text);
}
