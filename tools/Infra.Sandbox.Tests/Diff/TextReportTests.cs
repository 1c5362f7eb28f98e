using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diff;

public sealed class TextReportTests
{
    [Fact]
    public void Report_IsSortedByHarmThenKeyThenResource() => Assert.Equal(
        """
        Update of dev from HEAD:Pulumi.dev.yaml to Pulumi.dev.yaml:
            6 keys of the stack file changed: 1 to create, 2 to update, 2 to replace, 1 to delete; about 8 min
            ! data loss: 1 resource
            ! downtime: 1 resource
            ! interruption: 1 resource
            ! 1 step would fail

        The update would fail:
            ! step 1, delete replaced aws:lb:TargetGroup dekart-tg
                ResourceInUse: the target group is used by a listener.
                Instead: Change the port in two updates.

        The update leaves as it is:
            ! aws:vpc:SecurityGroupIngressRule dekart-service-9090  description
                The provider ignores it.

        app:buckets.old: { versioning: false } → (not set)
            - aws:s3:Bucket dekart-old  delete
                DATA LOSS: The bucket is deleted with its objects.

        app:database.instanceClass: db.t4g.micro → db.t4g.small
            ~ aws:rds:Instance dekart-database  update
                instanceClass: db.t4g.micro → db.t4g.small
                DOWNTIME: The instance is unavailable for a few minutes.
                cost: The larger class costs more.

        app:service.containerPort: 8080 → 9090
            ± aws:lb:TargetGroup dekart-tg  replace, deleted first
                port: 8080 → 9090  (forces replacement)
                INTERRUPTION: The load balancer answers 503 for 1 to 2 minutes.
            + aws:vpc:SecurityGroupIngressRule dekart-service-9090  create

        app:token: [secret] → [secret]
            ~ aws:secretsmanager:SecretVersion dekart-token  update
                secretString: [secret] → [secret]

        app:service.containerPort: 8080 → 9090
        app:service.environment.POOL: (not set) → "20"
            ± aws:ecs:TaskDefinition dekart-task  replace, created first
                containerDefinitions[dekart].environment.POOL: (not set) → "20"  (forces replacement)
                containerDefinitions[dekart].portMappings[0].containerPort: 8080 → 9090  (forces replacement)

        app:service.exec: true → false
            changes no resource

        Order:
            1  delete replaced     aws:lb:TargetGroup                dekart-tg
            2  create replacement  aws:lb:TargetGroup                dekart-tg
            3  update              aws:rds:Instance                  dekart-database
            4  update              aws:secretsmanager:SecretVersion  dekart-token
            5  create replacement  aws:ecs:TaskDefinition            dekart-task
            6  create              aws:vpc:SecurityGroupIngressRule  dekart-service-9090
            7  delete replaced     aws:ecs:TaskDefinition            dekart-task
            8  delete              aws:s3:Bucket                     dekart-old

        """,
        Text(SampleDiff.Create()));

    [Fact]
    public void Report_NothingChanged_SaysSo() => Assert.Equal(
        """
        Update of dev from HEAD:Pulumi.dev.yaml to Pulumi.dev.yaml:
            0 keys of the stack file changed: no changes

        """,
        Text(SampleDiff.Empty()));

    [Fact]
    public void Problem_BeforeTheFirstStep_HasNoNumber()
    {
        var diff = SampleDiff.Create();
        var problem = UpdateProblem.BeforeFirstStep(diff.Plan.Changes[1], "The database is protected.", "Unprotect it first.");

        var text = Text(diff with { Plan = diff.Plan with { Problems = [problem] } });

        Assert.Contains("\n    ! Pulumi would refuse the update\n", text);
        Assert.Contains(
            "\nThe update would fail:\n    ! before the first step: aws:rds:Instance dekart-database\n"
            + "        The database is protected.\n        Instead: Unprotect it first.\n",
            text);
    }

    [Fact]
    public void IdentityChanges_AreAnnouncedBeforeEverythingElse()
    {
        var diff = SampleDiff.Create() with { IdentityChanges = ["app:name changes from dekart to maps."] };

        Assert.Contains("\nTHIS REPLACES THE STACK:\n    ! app:name changes from dekart to maps.\n\nThe update would fail:\n", Text(diff));
    }

    [Fact]
    public void TooManyKeys_ChangesAreInOneListAndTheReasonIsGiven() => Assert.StartsWith(
        """
        Update of dev from HEAD:Pulumi.dev.yaml to Pulumi.dev.yaml:
            0 keys of the stack file changed: 1 to update; about 8 min
            ! downtime: 1 resource
            The changes are not sorted by key, because more than 10 keys differ.

            ~ aws:rds:Instance dekart-database  update

        """,
        Text(SampleDiff.Of(SampleDiff.Create().Plan.Changes[1])));

    [Fact]
    public void Steps_OfOneKindAndTypeInARow_AreOneLine()
    {
        var rule = SampleDiff.Create().Plan.Changes[1];
        var names = new[] { "a", "b", "c", "d", "e", "f" };
        var diff = SampleDiff.Of([.. names.Select(name => rule with { New = SampleDiff.Node("aws:rds/instance:Instance", name) })]);

        Assert.EndsWith("\nOrder:\n    1–6  update  aws:rds:Instance  a, b, c, d and 2 more\n", Text(diff));
    }

    [Fact]
    public void Replacement_WithoutForcingProperty_NamesTheDependency()
    {
        var replaced = SampleDiff.Create().Plan.Changes[0];

        Assert.Contains(
            "dekart-tg  replace, deleted first\n        replaced because a resource that it depends on is replaced\n",
            Text(SampleDiff.Of(replaced with { Properties = [] })));
    }

    [Fact]
    public void Colors_AreUsedOnlyOnATerminal()
    {
        Assert.DoesNotContain('\e', Text(SampleDiff.Create()));
        Assert.Contains("\e[31mDATA LOSS\e[0m: The bucket", Text(SampleDiff.Create(), hasColors: true));
    }

    [Fact]
    public void Secrets_AreNotPrinted() => Assert.DoesNotContain(SampleDiff.Secret, Text(SampleDiff.Create()));

    private static string Text(StackDiff diff, bool hasColors = false)
    {
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(new Terminal(text, text, "/", hasColors)).Write(diff);
        return text.ToString();
    }
}
