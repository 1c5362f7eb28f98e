using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diff;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Report_StartsWithTheHarmAndFoldsTheDetails() => Assert.Equal(
        """
        ### <code>dev</code>: 1 to create, 2 to update, 2 to replace, 1 to delete

        <code>HEAD:Pulumi.dev.yaml</code> → <code>Pulumi.dev.yaml</code>: 6 keys changed, about 8 min.

        | Harm | Resource | Consequence |
        | --- | --- | --- |
        | **data loss** | <code>aws:s3:Bucket dekart-old</code> | The bucket is deleted with its objects. [AWS](https://docs.aws.amazon.com/) |
        | **downtime** | <code>aws:rds:Instance dekart-database</code> | The instance is unavailable for a few minutes. [AWS](https://docs.aws.amazon.com/) |
        | **interruption** | <code>aws:lb:TargetGroup dekart-tg</code> | The load balancer answers 503 for 1 to 2 minutes. [AWS](https://docs.aws.amazon.com/) |
        | **would fail** at step 1, delete replaced | <code>aws:lb:TargetGroup dekart-tg</code> | ResourceInUse: the target group is used by a listener. Instead: Change the port in two updates. |
        | **no effect** | <code>aws:vpc:SecurityGroupIngressRule dekart-service-9090</code> <code>description</code> | The provider ignores it. |

        <details><summary><code>app:buckets.old</code>: 1 resource</summary>

        ```diff
        - app:buckets.old: { versioning: false }
        @@ aws:s3:Bucket dekart-old: delete @@
        # DATA LOSS: The bucket is deleted with its objects.
        ```

        </details>

        <details><summary><code>app:database.instanceClass</code>: 1 resource</summary>

        ```diff
        - app:database.instanceClass: db.t4g.micro
        + app:database.instanceClass: db.t4g.small
        @@ aws:rds:Instance dekart-database: update @@
        - instanceClass: db.t4g.micro
        + instanceClass: db.t4g.small
        # DOWNTIME: The instance is unavailable for a few minutes.
        # cost: The larger class costs more.
        ```

        </details>

        <details><summary><code>app:service.containerPort</code>: 2 resources</summary>

        ```diff
        - app:service.containerPort: 8080
        + app:service.containerPort: 9090
        @@ aws:lb:TargetGroup dekart-tg: replace, deleted first @@
        - port: 8080  (forces replacement)
        + port: 9090  (forces replacement)
        # INTERRUPTION: The load balancer answers 503 for 1 to 2 minutes.
        @@ aws:vpc:SecurityGroupIngressRule dekart-service-9090: create @@
        ```

        </details>

        <details><summary><code>app:token</code>: 1 resource</summary>

        ```diff
        - app:token: [secret]
        + app:token: [secret]
        @@ aws:secretsmanager:SecretVersion dekart-token: update @@
        - secretString: [secret]
        + secretString: [secret]
        ```

        </details>

        <details><summary><code>app:service.containerPort</code> and <code>app:service.environment.POOL</code>: 1 resource</summary>

        ```diff
        - app:service.containerPort: 8080
        + app:service.containerPort: 9090
        + app:service.environment.POOL: "20"
        @@ aws:ecs:TaskDefinition dekart-task: replace, created first @@
        + containerDefinitions[dekart].environment.POOL: "20"  (forces replacement)
        - containerDefinitions[dekart].portMappings[0].containerPort: 8080  (forces replacement)
        + containerDefinitions[dekart].portMappings[0].containerPort: 9090  (forces replacement)
        ```

        </details>

        <details><summary><code>app:service.exec</code>: no resource changes</summary>

        ```diff
        - app:service.exec: true
        + app:service.exec: false
        ```

        </details>

        <details><summary>Order: 8 steps</summary>

        ```text
        1. delete replaced aws:lb:TargetGroup dekart-tg
        2. create replacement aws:lb:TargetGroup dekart-tg
        3. update aws:rds:Instance dekart-database
        4. update aws:secretsmanager:SecretVersion dekart-token
        5. create replacement aws:ecs:TaskDefinition dekart-task
        6. create aws:vpc:SecurityGroupIngressRule dekart-service-9090
        7. delete replaced aws:ecs:TaskDefinition dekart-task
        8. delete aws:s3:Bucket dekart-old
        ```

        </details>


        """,
        MarkdownReport.Text(SampleDiff.Create()));

    [Fact]
    public void Problem_BeforeTheFirstStep_HasNoNumber()
    {
        var diff = SampleDiff.Create();
        var problem = UpdateProblem.BeforeFirstStep(diff.Plan.Changes[1], "It is protected.", "Unprotect it first.");

        Assert.Contains(
            "\n| **would fail** before the first step | <code>aws:rds:Instance dekart-database</code> "
            + "| It is protected. Instead: Unprotect it first. |\n",
            MarkdownReport.Text(diff with { Plan = diff.Plan with { Problems = [problem] } }));
    }

    [Fact]
    public void Report_NothingChanged_HasATitleOnly() => Assert.Equal(
        """
        ### <code>dev</code>: no changes

        <code>HEAD:Pulumi.dev.yaml</code> → <code>Pulumi.dev.yaml</code>: 0 keys changed.


        """,
        MarkdownReport.Text(SampleDiff.Empty()));

    [Fact]
    public void IdentityChanges_AreACaution() => Assert.Contains(
        "\n> [!CAUTION]\n> **This replaces the stack.**\n> - app:name changes from a to b.\n\n| Harm |",
        MarkdownReport.Text(SampleDiff.Create() with { IdentityChanges = ["app:name changes from a to b."] }));

    [Fact]
    public void Sentence_WithMarkup_IsEscaped()
    {
        var change = SampleDiff.Create().Plan.Changes[1] with
        {
            Effects = [new Effect(EffectKind.DataLoss, "a | <b> `c` *d* _e_ [f](g) @h #1", new Uri("https://docs.aws.amazon.com/"))],
        };

        Assert.Contains(
            "| a &#124; &#60;b&#62; &#96;c&#96; &#42;d&#42; &#95;e&#95; &#91;f&#93;(g) &#64;h &#35;1 [AWS](https://docs.aws.amazon.com/) |\n", MarkdownReport.Text(SampleDiff.Of(change)));
    }

    [Fact]
    public void Value_WithAFence_CannotCloseTheBlock()
    {
        var report = MarkdownReport.Text(SampleDiff.Of(Change("a", "```` <b>", "x\n```\ny")));

        Assert.Contains("\n`````diff\n", report);
        Assert.Contains("\n- text: \"```` <b>\"\n+ text: \"x\\n```\\ny\"\n`````\n", report);
    }

    [Fact]
    public void TooManyChanges_TheLeastHarmfulAreLeftOutAndCounted()
    {
        var changes = Enumerable.Range(1, 700).Select(index => Change($"resource-{index}", "a", new string('b', 60)));

        var report = MarkdownReport.Text(SampleDiff.Of([.. changes, SampleDiff.Create().Plan.Changes[1]]));

        Assert.Contains("# DOWNTIME: The instance is unavailable", report);
        Assert.Contains("@@ aws:sns:Topic resource-400: update @@", report);
        Assert.DoesNotContain("@@ aws:sns:Topic resource-700: update @@", report);
        var shown = report.Split("@@ aws:").Length - 1;
        Assert.EndsWith(
            string.Create(
                CultureInfo.InvariantCulture,
                $"**{701 - shown} changes left out**, because a comment has at most 60,000 characters. <code>sandbox diff dev</code> prints all.\n"),
            report);
    }

    [Fact]
    public void Report_WithAnyNumberOfAnyChanges_IsShorterThan60000Characters()
    {
        var random = new Random(10);
        for (var run = 0; run < 60; run++)
        {
            var most = 1 << random.Next(16);
            ImmutableArray<ResourceChange> changes =
            [
                .. Enumerable.Range(0, random.Next(1 << random.Next(11))).Select(index => Change(
                    Text(random, 100) + index, Text(random, most), Text(random, most), random.Next(60), Text(random, most))),
            ];
            var diff = SampleDiff.Of(changes);
            diff = diff with
            {
                From = Text(random, most),
                Keys = [.. changes.Take(random.Next(200)).Select(change => new KeyChange(Text(random, most), null, Text(random, most)))],
                IdentityChanges = [Text(random, most), Text(random, most)],
                Plan = diff.Plan with { Problems = [.. diff.Plan.Steps.Take(random.Next(100)).Select(step => new UpdateProblem(step, Text(random, most), Text(random, most)))] },
            };

            var report = MarkdownReport.Text(diff);

            Assert.InRange(report.Length, 1, 59_999);
            Assert.Equal(report, MarkdownReport.Text(diff));
        }
    }

    [Fact]
    public void Secrets_AreNotPrinted() => Assert.DoesNotContain(SampleDiff.Secret, MarkdownReport.Text(SampleDiff.Create()));

    private static ResourceChange Change(string name, string old, string wanted, int properties = 1, string? effect = null) => new()
    {
        Action = ChangeAction.Update,
        Old = SampleDiff.Node("aws:sns/topic:Topic", name),
        New = SampleDiff.Node("aws:sns/topic:Topic", name),
        Properties = [.. Enumerable.Repeat(new PropertyChange("text", old, wanted, ForcesReplacement: false), properties)],
        Effects = effect is null ? [] : [new Effect(EffectKind.Downtime, effect, new Uri("https://docs.aws.amazon.com/"))],
    };

    private static string Text(Random random, int most) => new([.. Enumerable.Range(0, random.Next(most)).Select(_ => "ab`|<\n\"é"[random.Next(8)])]);
}
