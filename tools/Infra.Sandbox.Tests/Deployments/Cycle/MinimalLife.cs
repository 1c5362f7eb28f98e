using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>The life of the least example.</summary>
public sealed class MinimalLife() : StackLife("test", RepositoryFiles.Path("examples", "minimal.yaml"))
{
    internal JsonNode Service { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    private protected override async Task LookAroundAsync(EmulatorProbe probe)
    {
        Service = await probe.ServiceAsync("hello-test", "hello");
        TaskDefinition = await probe.TaskDefinitionAsync("hello-test");
    }
}
