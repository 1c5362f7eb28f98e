using Infra.Tests.Sandbox.Deployments.Cycle;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Infra.Tests.Sandbox.Deployments.Cycle.{nameof(LongestFirst)}", "Infra.Tests")]

namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>Begins with the tests that take minutes and mostly wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderByDescending(collection => collection.DisplayName.StartsWith(DeploymentTurns.Name, StringComparison.Ordinal));
}
