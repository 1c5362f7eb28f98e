using System.Text.Json;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diff;

public sealed class JsonReportTests
{
    [Fact]
    public void Change_HasTypeNameActionKeysPropertiesAndEffects() => Assert.Equal(
        """
        {"type":"aws:rds/instance:Instance",
        "name":"dekart-database",
        "action":"update",
        "keys":["app:database.instanceClass"],
        "properties":[{"path":"instanceClass","old":"db.t4g.micro","new":"db.t4g.small","forcesReplacement":false}],
        "effects":[{"kind":"downtime","text":"The instance is unavailable for a few minutes."},{"kind":"cost","text":"The larger class costs more."}]}
        """.ReplaceLineEndings(""),
        Compact(Changes()[1]));

    [Fact]
    public void Property_OfOneSideOnly_IsNullOnTheOther() => Assert.Equal(
        """
        [{"path":"containerDefinitions[dekart].environment.POOL","old":null,"new":"20","forcesReplacement":true},
        {"path":"containerDefinitions[dekart].portMappings[0].containerPort","old":8080,"new":9090,"forcesReplacement":true}]
        """.ReplaceLineEndings(""),
        Compact(Changes()[3].GetProperty("properties")));

    [Fact]
    public void Changes_AreInTheOrderOfTheUpdate() => Assert.Equal(
        ["replace dekart-tg", "update dekart-database", "update dekart-token", "replace dekart-task", "create dekart-service-9090", "delete dekart-old"],
        Changes().Select(change => $"{change.GetProperty("action").GetString()} {change.GetProperty("name").GetString()}"));

    [Fact]
    public void Problem_HasStepTextAndRemedy() => Assert.Equal(
        """[{"step":1,"text":"ResourceInUse: the target group is used by a listener.","remedy":"Change the port in two updates."}]""",
        Compact(Report().GetProperty("problems")));

    [Fact]
    public void Problem_BeforeTheFirstStep_IsAtStep0()
    {
        var diff = SampleDiff.Create();
        var problem = UpdateProblem.BeforeFirstStep(diff.Plan.Changes[1], "It is protected.", "Unprotect it first.");
        var report = JsonElement.Parse(JsonReport.Text(diff with { Plan = diff.Plan with { Problems = [problem] } }));

        Assert.Equal(
            """[{"step":0,"text":"It is protected.","remedy":"Unprotect it first."}]""", Compact(report.GetProperty("problems")));
    }

    [Fact]
    public void Report_HasNoOtherMembers()
    {
        Assert.Equal(["changes", "problems", "findings", "notices"], Names(Report()));
        Assert.All(Changes(), change => Assert.Equal(["type", "name", "action", "keys", "properties", "effects"], Names(change)));
    }

    [Fact]
    public void Report_NothingChanged_HasEmptyLists() => Assert.Equal(
        """{"changes":[],"problems":[],"findings":[],"notices":[]}""", Compact(JsonElement.Parse(JsonReport.Text(SampleDiff.Empty()))));

    [Fact]
    public void Secrets_AreMarked()
    {
        Assert.Equal(
            """[{"path":"secretString","old":"[secret]","new":"[secret]","forcesReplacement":false}]""", Compact(Changes()[2].GetProperty("properties")));
        Assert.DoesNotContain(SampleDiff.Secret, JsonReport.Text(SampleDiff.Create()));
    }

    private static JsonElement Report() => JsonElement.Parse(JsonReport.Text(SampleDiff.Create()));

    private static List<JsonElement> Changes() => [.. Report().GetProperty("changes").EnumerateArray()];

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
