using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers;
using Infra.Sandbox.Tests.Providers.Support;
using static Infra.Sandbox.Tests.Terraform.Support.Graphs;

namespace Infra.Sandbox.Tests.Providers;

/// <summary>The comparison finds the mistakes of a model, here of models written by hand.</summary>
[Collection(RunningProvider.Collection)]
public sealed class ProviderComparisonTests(RunningProvider provider)
{
    private static readonly ResourceNode Old = Group(8080, "web");

    [SkippableFact]
    public async Task RightModel_HasNoDifferences()
    {
        var model = Change(ChangeAction.Replace, Group(9090, "web"), new PropertyChange("port", 8080, 9090, ForcesReplacement: true));

        Assert.Equal("", await CompareAsync(Group(9090, "web"), model));
    }

    [SkippableFact]
    public async Task MissedReplacement_IsADifference()
    {
        var model = Change(ChangeAction.Update, Group(9090, "web"), new PropertyChange("port", 8080, 9090, ForcesReplacement: false));

        Assert.Equal(
            "aws:lb/targetGroup:TargetGroup::web: the provider replaces it for port, the model updates it (planned: port; predicted: port)",
            await CompareAsync(Group(9090, "web"), model));
    }

    [SkippableFact]
    public async Task MissedChange_IsADifference() => Assert.Equal(
        "aws:lb/targetGroup:TargetGroup::web: the provider updates it, the model does nothing (planned: tags, tags_all)",
        await CompareAsync(Group(8080, "shop")));

    [SkippableFact]
    public async Task InventedChange_IsADifference()
    {
        var model = Change(ChangeAction.Update, Old, new PropertyChange("slowStart", 0, 30, ForcesReplacement: false));

        Assert.Equal(
            "aws:lb/targetGroup:TargetGroup::web: the provider does nothing, the model updates it (predicted: slowStart)",
            await CompareAsync(Old, model));
    }

    [SkippableFact]
    public async Task InputOfVersion6_IsNotCompared()
    {
        var wanted = Old with { Inputs = Old.Inputs.With(Map(("targetControlPort", 3000))) };

        Assert.Equal("", await CompareAsync(wanted, Change(ChangeAction.Update, wanted, new PropertyChange("targetControlPort", null, 3000, false))));
    }

    private static ResourceNode Group(int port, string app) => Resource(
        "aws:lb/targetGroup:TargetGroup",
        "web",
        ("port", port),
        ("protocol", "HTTP"),
        ("tags", Map(("app", app))),
        ("targetType", "ip"),
        ("vpcId", "vpc-0123456789abcdef0"));

    private static ResourceChange Change(ChangeAction action, ResourceNode wanted, PropertyChange property) =>
        new() { Action = action, Old = Old, New = wanted, Properties = [property] };

    private async Task<string> CompareAsync(ResourceNode wanted, params ResourceChange[] model) => string.Join(
        '\n', await new ProviderComparison(provider.Updates, provider.Schema).DifferencesAsync(Of(Old), Of(wanted), model, CancellationToken.None));
}
