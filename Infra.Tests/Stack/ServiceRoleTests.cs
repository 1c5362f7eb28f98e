using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

public class ServiceRoleTests
{
    [Fact]
    public async Task ServiceRole_WithoutPolicy_IsARoleThatMayDoNothing() => ResourceAssert.Kinds(await Run(), "Role");

    [Fact]
    public async Task ServiceRole_Trust_IsLimitedToTheServiceAndTheAccount()
    {
        var role = (await Run()).Single<AwsIam.Role>();

        Assert.Equal(["assumeRolePolicy"], role.Inputs.Keys);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"Service": "ecs-tasks.amazonaws.com"},
                  "Action": ["sts:AssumeRole"],
                  "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}
                }
              ]
            }
            """,
            role.Json("assumeRolePolicy"));
    }

    [Fact]
    public async Task ServiceRole_WithPolicy_HasItInline()
    {
        var run = await Run(policy: "{}");

        ResourceAssert.Kinds(run, "Role", "RolePolicy");
        ResourceAssert.Inputs("""{"role":"shop-role-Role","policy":"{}"}""", run.Single<AwsIam.RolePolicy>());
    }

    [Fact]
    public async Task ServiceRole_PermissionsBoundary_LimitsTheRole()
    {
        var run = await Run(boundary: "arn:aws:iam::123456789012:policy/limit");

        Assert.Equal("arn:aws:iam::123456789012:policy/limit", run.Single<AwsIam.Role>()["permissionsBoundary"]);
    }

    [Fact]
    public async Task ServiceRole_OfAServiceThatNamesNoAccount_TrustsItWithoutCondition()
    {
        var role = (await Run(namesAccount: false)).Single<AwsIam.Role>();

        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": ["sts:AssumeRole"]}]
            }
            """,
            role.Json("assumeRolePolicy"));
    }

    [Fact]
    public async Task ServiceRole_ManagedPolicies_AreAttachedByTheirNames()
    {
        var run = await Run(managedPolicies: ["service-role/ForRole", "Core"]);

        ResourceAssert.Kinds(run, "Role", "RolePolicyAttachment", "RolePolicyAttachment");
        ResourceAssert.Inputs(
            """{"role":"shop-role-Role","policyArn":"arn:aws:iam::aws:policy/service-role/ForRole"}""",
            run.Find<AwsIam.RolePolicyAttachment>("shop-role-ForRole"));
        Assert.Equal("arn:aws:iam::aws:policy/Core", run.Find<AwsIam.RolePolicyAttachment>("shop-role-Core")["policyArn"]);
    }

    [Fact]
    public async Task ServiceRole_RoleName_IsThatOfTheRole() =>
        Assert.Equal("shop-role-Role", await OutputUtilities.GetValueAsync((await Run()).Component<ServiceRole>().RoleName));

    private static Task<StackRun> Run(
        string? policy = null, string? boundary = null, bool namesAccount = true, IReadOnlyList<string>? managedPolicies = null) =>
        TestParts.Run(TestConfigs.Minimal, parts => _ = new ServiceRole(
            "shop-role",
            new ServiceRoleArgs
            {
                Context = parts.Context with { PermissionsBoundaryArn = boundary },
                Service = "ecs-tasks.amazonaws.com",
                Policy = policy is null ? null : Output.Create(policy),
                NamesAccount = namesAccount,
                ManagedPolicies = managedPolicies ?? [],
            },
            new ComponentResourceOptions()));
}
