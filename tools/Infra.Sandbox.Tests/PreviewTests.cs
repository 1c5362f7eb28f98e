using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Sandbox.Notices;
using Infra.Sandbox.Preview;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests;

public sealed class PreviewTests
{
    [Fact]
    public void Text_HasThePulumiCliFormat() => Assert.Equal(
        """
        Previewing update (dev):
             Type                     Name            Plan
         +   pulumi:pulumi:Stack      app-dev         create
         +   ├─ infra:index:Network   shop-network    create
         +   │  └─ aws:ec2:Vpc        shop-network    create
         +   │     └─ aws:ec2:Subnet  shop-network-a  create
         +   └─ aws:rds:Instance      shop-database   create

        Outputs:
            buckets : {}
            command : "echo \"über\""
            database: {
                host    : output<string>
                password: [secret]
                port    : 5432
            }
            exec    : null
            hosts   : [
                [0]: output<string>
                [1]: "localhost"
            ]
            url     : "https://shop.example.com"

        Resources:
            + 5 to create

        """,
        Text(hasColors: false));

    [Fact]
    public void Text_Warnings_AreAtTheEndWithTheirKeys() => Assert.EndsWith(
        """
        Resources:
            + 5 to create

        Warnings:
            ! app:service.image: nginx has no tag
            ! app:tags: has no value

        """,
        Text(hasColors: false, new("app:service.image", "nginx has no tag"), new("app:tags", "has no value")));

    [Fact]
    public void Summary_HasALineForEachPartWithAllItsResources()
    {
        var text = new StringWriter { NewLine = "\n" };
        new PreviewWriter(new Terminal(text, text, "/", HasColors: false)).WriteSummary(SampleGraph.Create(), [new Notice("app:domain", "is not set")], []);

        Assert.Equal(
            """
            Previewing update (dev):
                 Type                 Name           Resources
             +   infra:index:Network  shop-network           3
             +   aws:rds:Instance     shop-database          1

            Resources:
                + 5 to create

            Notices:
                - app:domain: is not set

            """,
            text.ToString());
    }

    [Fact]
    public void Text_Notices_AreInFrontOfTheWarnings()
    {
        var text = new StringWriter { NewLine = "\n" };
        new PreviewWriter(new Terminal(text, text, "/", HasColors: false)).Write(
            SampleGraph.Create(), [new Notice("app:domain", "is not set")], [new ConfigProblem("app:tags", "has no value")]);

        Assert.EndsWith(
            """
                + 5 to create

            Notices:
                - app:domain: is not set

            Warnings:
                ! app:tags: has no value

            """,
            text.ToString());
    }

    [Fact]
    public void Json_Notices_AreObjectsWithKeyAndMessage()
    {
        using var json = JsonDocument.Parse(PreviewJson.Text(SampleGraph.Create(), [new Notice("app:domain", "is not set")], []));

        var notice = Assert.Single(json.RootElement.GetProperty("notices").EnumerateArray());
        Assert.Equal("app:domain", notice.GetProperty("key").GetString());
        Assert.Equal("is not set", notice.GetProperty("message").GetString());
    }

    [Fact]
    public void Json_Warnings_AreObjectsWithKeyAndMessage()
    {
        using var json = JsonDocument.Parse(PreviewJson.Text(SampleGraph.Create(), [], [new ConfigProblem("app:tags", "has no value")]));

        var warning = Assert.Single(json.RootElement.GetProperty("warnings").EnumerateArray());
        Assert.Equal("app:tags", warning.GetProperty("key").GetString());
        Assert.Equal("has no value", warning.GetProperty("message").GetString());
    }

    [Fact]
    public void Text_IsColoredOnlyOnATerminal()
    {
        Assert.DoesNotContain('\e', Text(hasColors: false));
        Assert.Contains("\e[32mcreate\e[0m", Text(hasColors: true));
    }

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "aws:ec2:Vpc")]
    [InlineData("random:index/randomId:RandomId", "random:index:RandomId")]
    [InlineData("awsx:ec2:Vpc", "awsx:ec2:Vpc")]
    [InlineData("app:other/file:Thing", "app:other/file:Thing")]
    public void Type_IsShownWithoutItsFile(string type, string shown) => Assert.Equal(shown, PreviewTree.ShortType(type));

    [Fact]
    public void Json_HasAStepForEachResource()
    {
        using var json = JsonDocument.Parse(PreviewJson.Text(SampleGraph.Create(), [], []));
        var steps = json.RootElement.GetProperty("steps").EnumerateArray().ToList();

        Assert.Equal(5, steps.Count);
        Assert.Equal(5, json.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32());
        Assert.All(steps, step => Assert.Equal("create", step.GetProperty("op").GetString()));
        Assert.Equal(
            """
            {"urn":"urn:pulumi:dev::app::infra:index:Network$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::shop-network-a",
            "custom":true,
            "type":"aws:ec2/subnet:Subnet",
            "inputs":{"index":1,"vpcId":"${aws:ec2/vpc:Vpc::shop-network.id}"},
            "parent":"urn:pulumi:dev::app::infra:index:Network$aws:ec2/vpc:Vpc::shop-network"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(steps[3].GetProperty("newState")).Replace("\\u003C", "<").Replace("\\u003E", ">"));
    }

    [Fact]
    public async Task Json_ContainsWholePoliciesAndContainers()
    {
        var plan = new StringWriter();
        await SandboxCommands.RunAsync(["preview", "dev", "--json"], new Terminal(plan, TextWriter.Null, RepositoryFiles.Root, HasColors: false));

        Assert.Contains("athena:StartQueryExecution", plan.ToString());
        Assert.Contains("${aws:rds/instance:Instance::dekart-database.address}", plan.ToString());
        Assert.DoesNotContain("RandomPassword::dekart-database.result", plan.ToString());
    }

    [Fact]
    public void Json_MarksSecretUnknownAndProtected()
    {
        using var json = JsonDocument.Parse(PreviewJson.Text(SampleGraph.Create(), [], []));
        var database = json.RootElement.GetProperty("steps")[4].GetProperty("newState");

        Assert.Equal("[secret]", database.GetProperty("inputs").GetProperty("password").GetString());
        Assert.Equal("output<string>", database.GetProperty("inputs").GetProperty("port").GetString());
        Assert.True(database.GetProperty("protect").GetBoolean());
        Assert.DoesNotContain("hunter2", json.RootElement.GetRawText());
    }

    private static string Text(bool hasColors, params ConfigProblem[] warnings)
    {
        var text = new StringWriter { NewLine = "\n" };
        new PreviewWriter(new Terminal(text, text, "/", hasColors)).Write(SampleGraph.Create(), [], warnings);
        return text.ToString();
    }
}
