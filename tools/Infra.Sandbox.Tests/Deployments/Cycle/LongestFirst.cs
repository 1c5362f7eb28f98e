using Infra.Sandbox.Tests.Deployments.Cycle;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Infra.Sandbox.Tests.Deployments.Cycle.{nameof(LongestFirst)}", "Infra.Sandbox.Tests")]

namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>Begins with the tests that take minutes and mostly wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderByDescending(collection => collection.DisplayName.StartsWith(DeploymentTurns.Name, StringComparison.Ordinal));
}
