using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of minimal.yaml.</summary>
public sealed class MinimalLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "minimal.yaml"))
{
    internal JsonNode Service { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        Service = await probe.ServiceAsync("hello-test", "hello");
        TaskDefinition = await probe.TaskDefinitionAsync("hello-test");
    }
}
