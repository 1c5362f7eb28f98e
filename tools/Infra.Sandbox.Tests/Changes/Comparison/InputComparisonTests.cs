using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Comparison;

public sealed class InputComparisonTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Task = "aws:ecs/taskDefinition:TaskDefinition";

    [Fact]
    public void Value_Changed_HasItsPath() => AssertChange(
        "healthCheck.path: /a → /b",
        "aws:lb/targetGroup:TargetGroup",
        "healthCheck",
        Graphs.Map(("path", "/a"), ("port", "80")),
        Graphs.Map(("path", "/b"), ("port", "80")));

    [Fact]
    public void Value_AddedOrRemoved_HasNoOldOrNewValue()
    {
        AssertChange("tags.team: none → maps", Listener, "tags", Graphs.Map(("a", "b")), Graphs.Map(("a", "b"), ("team", "maps")));
        AssertChange("tags.team: maps → none", Listener, "tags", Graphs.Map(("a", "b"), ("team", "maps")), Graphs.Map(("a", "b")));
    }

    [Fact]
    public void EmptyListAndMap_AreTheSameAsNone()
    {
        AssertChange("", Service, "loadBalancers", Graphs.List(), PropertyValue.Null.Value);
        AssertChange("", Service, "tags", PropertyValue.Map.Empty, PropertyValue.Null.Value);
    }

    [Fact]
    public void List_WithAnOrder_IsComparedByIndex() => AssertChange(
        "defaultActions[0].type: forward → redirect\ndefaultActions[1].type: redirect → forward",
        Listener,
        "defaultActions",
        Graphs.List(Graphs.Map(("type", "forward")), Graphs.Map(("type", "redirect"))),
        Graphs.List(Graphs.Map(("type", "redirect")), Graphs.Map(("type", "forward"))));

    [Fact]
    public void Set_InAnotherOrder_IsTheSame() =>
        AssertChange("", "aws:rds/subnetGroup:SubnetGroup", "subnetIds", Graphs.List("a", "b"), Graphs.List("b", "a"));

    [Fact]
    public void Set_WithAnotherItem_HasThatItem() => AssertChange(
        "subnetIds[0]: none → c", "aws:rds/subnetGroup:SubnetGroup", "subnetIds", Graphs.List("a", "b"), Graphs.List("c", "b", "a"));

    [Fact]
    public void Set_WithOneItemChanged_HasThePropertyOfTheItem() => AssertChange(
        "loadBalancers[0].containerPort: 80 → 90",
        Service,
        "loadBalancers",
        Graphs.List(Graphs.Map(("containerName", "app"), ("containerPort", 80))),
        Graphs.List(Graphs.Map(("containerName", "app"), ("containerPort", 90))));

    [Fact]
    public void Json_WrittenDifferently_IsTheSame() =>
        AssertChange("", "aws:iam/role:Role", "assumeRolePolicy", """{"a": 1, "b": [true]}""", """{"b":[true],"a":1}""");

    [Fact]
    public void Policy_ActionsInAnotherOrder_AreTheSame() => AssertChange(
        "policy.Statement[0].Resource: x → y",
        "aws:iam/rolePolicy:RolePolicy",
        "policy",
        """{"Statement":[{"Action":["s3:Get","s3:List"],"Resource":"x"}]}""",
        """{"Statement":[{"Action":["s3:List","s3:Get"],"Resource":"y"}]}""");

    [Fact]
    public void Containers_AreUnfoldedByName() => AssertChange(
        """
        ! containerDefinitions[app].environment.POOL: 5 → 10
        ! containerDefinitions[app].image: app:1 → app:2
        ! containerDefinitions[app].secrets.KEY: none → arn
        ! containerDefinitions[proxy]: none → {name: proxy}
        """,
        Task,
        "containerDefinitions",
        """[{"name":"app","image":"app:1","environment":[{"name":"POOL","value":"5"},{"name":"HOST","value":"h"}]}]""",
        """[{"name":"app","image":"app:2","environment":[{"name":"HOST","value":"h"},{"name":"POOL","value":"10"}],"secrets":[{"name":"KEY","valueFrom":"arn"}]},{"name":"proxy"}]""");

    [Fact]
    public void Secret_Changed_IsNotShown()
    {
        AssertChange("password: [secret] → [secret]", "aws:rds/instance:Instance", "password", Secret("a"), Secret("b"));
        AssertChange("", "aws:rds/instance:Instance", "password", Secret("a"), Secret("a"));
    }

    [Fact]
    public void Secret_PlainBefore_IsNotShown() =>
        AssertChange("password: [secret] → [secret]", "aws:rds/instance:Instance", "password", "a", Secret("b"));

    [Fact]
    public void Secret_WithJson_ShowsThePath() => AssertChange(
        "! secretString.port: [secret] → [secret]",
        "aws:secretsmanager/secretVersion:SecretVersion",
        "secretString",
        Secret("""{"port":1,"host":"h"}"""),
        Secret("""{"port":2,"host":"h"}"""));

    private static PropertyValue.Secret Secret(string text) => new(text);

    private static void AssertChange(string expected, string type, string input, PropertyValue old, PropertyValue @new)
    {
        var plan = TwoGraphs.Plan(Graphs.Resource(type, "shop", (input, old)), Graphs.Resource(type, "shop", (input, @new)));
        Assert.Equal(expected, plan.Properties($"{type[(type.LastIndexOf(':') + 1)..]} shop"));
    }
}
