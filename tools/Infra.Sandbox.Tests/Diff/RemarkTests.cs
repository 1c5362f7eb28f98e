using System.Text.Json;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Notices;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diff;

/// <summary>The findings of <c>check</c> and the notices that come and go.</summary>
public sealed class RemarkTests
{
    private static readonly StackDiff Diff = SampleDiff.Empty() with
    {
        Findings = new([FindingOf("ECS.2", "app:service.subnets", "is public")], [FindingOf("ELB.5", "app:loadBalancer.accessLogRetentionDays", "is not set")]),
        Notices = new([new Notice("app:domain", "is not set, so <b>HTTP</b>")], [new Notice("app:service.exec", "is on")]),
    };

    [Fact]
    public void Text_HasFindingsThenNotices()
    {
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(new Terminal(text, text, "/", HasColors: false)).Write(Diff);

        Assert.EndsWith(
            """

            Findings of check:
                new   high ECS.2  app:service.subnets: is public
                gone  medium ELB.5  app:loadBalancer.accessLogRetentionDays: is not set

            Notices:
                new   app:domain: is not set, so <b>HTTP</b>
                gone  app:service.exec: is on

            """,
            text.ToString());
    }

    [Fact]
    public void Markdown_HasATableWithTheNewOnesFirst() => Assert.Contains(
        """
        | Check | Key | Why |
        | --- | --- | --- |
        | **new**: high [ECS.2](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2) | <code>app:service.subnets</code> | is public |
        | **new**: notice | <code>app:domain</code> | is not set, so &#60;b&#62;HTTP&#60;/b&#62; |
        | gone: medium [ELB.5](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5) | <code>app:loadBalancer.accessLogRetentionDays</code> | is not set |
        | gone: notice | <code>app:service.exec</code> | is on |

        """,
        MarkdownReport.Text(Diff));

    [Fact]
    public void Markdown_ManyRows_AreCut()
    {
        var many = Enumerable.Range(0, 25).Select(index => new Notice($"app:key{index}", "is set"));
        var text = MarkdownReport.Text(SampleDiff.Empty() with { Notices = new([.. many], []) });

        Assert.Equal(20, text.Split("| **new**: notice |").Length - 1);
        Assert.Contains("\n5 more in <code>sandbox diff</code>.\n", text);
    }

    [Fact]
    public void Json_HasTheChangeOfEach()
    {
        var report = JsonElement.Parse(JsonReport.Text(Diff));

        Assert.Equal(
            """{"change":"new","control":"ECS.2","severity":"high","key":"app:service.subnets","why":"is public"}""",
            JsonSerializer.Serialize(report.GetProperty("findings")[0]));
        Assert.Equal("""{"change":"gone","key":"app:service.exec","message":"is on"}""", JsonSerializer.Serialize(report.GetProperty("notices")[1]));
    }

    [Fact]
    public async Task Command_ComparesFindingsNoticesAndWarnings()
    {
        using var project = new GitProject();
        project.Edit("nginx:1.29", "nginx");
        project.Edit("    subnets: public\n", "    subnets: public\n    readonlyRootFilesystem: true\n");
        project.Edit("  app:token:", "  app:notifications: { emails: [ops@example.com] }\n  app:token:");

        var run = await project.DiffAsync();

        Assert.Contains(
            """

            Findings of check:
                gone  high ECS.5  app:service.readonlyRootFilesystem: is off, so whoever breaks into the container can change its programs

            Notices:
                new   app:service.image: nginx resolves to whatever was pushed last, so a rollback cannot restore the previous image; use a tag for each version, such as nginx:1.4.2, or a digest
                gone  app:notifications: is not set, so nobody is told of a failed deployment, or of a task that stopped with an error

            """,
            run.Out);
    }

    private static Finding FindingOf(string control, string key, string why) =>
        new() { Control = ControlCatalog.Find(control)!, Key = key, Why = why, Remedy = Remedy.None("") };
}
