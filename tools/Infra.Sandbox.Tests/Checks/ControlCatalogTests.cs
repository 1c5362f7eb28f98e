using Infra.Sandbox.Checks;
using Infra.Sandbox.Tests.Checks.Support;

namespace Infra.Sandbox.Tests.Checks;

public sealed class ControlCatalogTests
{
    private static readonly Dictionary<string, string> OfTypes = CheckFacts.ReadColumns("types").ToDictionary(columns => columns[0], columns => columns[1]);

    public static TheoryData<string> Files => [.. CheckedStack.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryResourceType_HasControlsOrTheReasonWhyNot(string file)
    {
        var stack = await CheckedStack.OfAsync(file);
        var types = stack.Graph.Resources.Select(node => node.Key.Type).Where(type => type.StartsWith("aws:", StringComparison.Ordinal)).Distinct();

        Assert.Equal([], types.Except(OfTypes.Keys));
    }

    [Fact]
    public void EveryControlOfAType_IsInTheCatalog()
    {
        var ids = OfTypes.Values.Where(value => value[0] != '-').SelectMany(value => value.Split(' ')).SelectMany(ControlCatalog.Expand).ToList();

        Assert.InRange(ids.Count, 140, 200);
        Assert.Equal([], ids.Except(ControlCatalog.All.Select(control => control.Id)));
    }

    [Fact]
    public void States_AreCounted() => Assert.Equal(
        [(ControlState.Checked, 50), (ControlState.Met, 82), (ControlState.Unmet, 20), (ControlState.Absent, 105), (ControlState.Runtime, 37)],
        ControlCatalog.All.CountBy(control => control.State).OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));

    [Fact]
    public void Ids_AreUnique() => Assert.Equal(ControlCatalog.All.Length, ControlCatalog.All.DistinctBy(control => control.Id).Count());

    [Theory]
    [InlineData("ELB.5", Severity.Medium, Standard.Foundational, "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5")]
    [InlineData("EC2.19", Severity.Critical, Standard.Foundational, "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19")]
    [InlineData("ELB.16", Severity.Medium, Standard.Other, "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16")]
    [InlineData(
        "SEC03-BP02", Severity.High, Standard.WellArchitected, "https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_least_privileges.html")]
    internal void Control_HasSeverityStandardAndPage(string id, Severity severity, Standard standard, string page)
    {
        var control = ControlCatalog.Find(id)!;

        Assert.Equal((severity, standard, page), (control.Severity, control.Standard, control.Page.AbsoluteUri));
    }

    [Theory]
    [InlineData("ELB.5", "SEC04-BP01")]
    [InlineData("RDS.5", "REL10-BP01")]
    [InlineData("ELB.6", null)]
    [InlineData("SEC03-BP02", null)]
    public void Control_IsPartOfABestPractice(string id, string? practice) => Assert.Equal(practice, ControlCatalog.Find(id)!.BestPractice);

    [Theory]
    [InlineData("EC2.37-39", "EC2.37 EC2.38 EC2.39")]
    [InlineData("ELB.5", "ELB.5")]
    [InlineData("SEC03-BP02", "SEC03-BP02")]
    public void Range_StandsForEachId(string range, string ids) => Assert.Equal(ids.Split(' '), ControlCatalog.Expand(range));
}
