namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>
/// Tests that start the real provider. They mostly wait, so three of them go on side by side; more would keep a machine too busy. Those of
/// one row take turns.
/// </summary>
[CollectionDefinition(Name)]
public sealed class DeploymentTurns : ICollectionFixture<DevCycle>
{
    public const string Name = "Deployment";

    public const string SecondRow = $"{Name} 2";

    public const string ThirdRow = $"{Name} 3";
}
