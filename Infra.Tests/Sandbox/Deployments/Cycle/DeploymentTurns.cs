namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>Tests that start the real provider, which alone keeps a machine busy, take turns.</summary>
[CollectionDefinition(Name)]
public sealed class DeploymentTurns : ICollectionFixture<DevCycle>
{
    public const string Name = "Deployment";
}
