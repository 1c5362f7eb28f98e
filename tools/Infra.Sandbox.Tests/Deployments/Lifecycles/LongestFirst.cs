using Infra.Sandbox.Tests.Deployments.Lifecycles;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Infra.Sandbox.Tests.Deployments.Lifecycles.{nameof(LongestFirst)}", "Infra.Sandbox.Tests")]

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>Starts the tests that take minutes first.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order =
    [
        nameof(DevLifecycle),
        nameof(LiveBeatsOperationsTests),
        nameof(EventJobsTests),
        nameof(LiveBeatsIdleTests),
        nameof(LiveBeatsTests),
        nameof(ProdTests),
        nameof(DateroTests),
        nameof(EcsGuideTests),
        nameof(MinimalTests),
        nameof(DateroDemoTests),
        nameof(ShippedStackTests),
        nameof(ProviderValidationTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Order, NameOf(collection)) is >= 0 and var place ? place : Order.Length);

    // The default is "Test collection for Namespace.Class (id: …)".
    private static string NameOf(ITestCollection collection) => collection.DisplayName.Split(" (")[0].Split('.')[^1];
}
