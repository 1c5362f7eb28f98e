using Infra.Sandbox.Permissions;
using Infra.Sandbox.Permissions.Policies;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Permissions.Policies;

public sealed class TemplateTests
{
    // The AWS CLI uploads longer templates to a bucket, which does not exist yet.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int LongestTemplate = 51200;

    private static readonly string Template = File.ReadAllText(RepositoryFiles.Path("bootstrap", "template.yaml")).ReplaceLineEndings("\n");

    [Fact]
    public void Policies_AreWhatTheCommandWrites() => Assert.Equal(WriteCommand.Replace(Template, WriteCommand.Policies()), Template);

    [Fact]
    public void Template_NeedsNoBucket() => Assert.InRange(Template.Length, 1, LongestTemplate);

    [Fact]
    public void Policies_AreNotLongerThanIamAllows()
    {
        var policies = ManagedPolicies.Of(Statement.ReadAll());

        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.InRange(ManagedPolicies.LengthOf(policy), 1, 6144));
    }

    // A role can have ten managed policies.
    [Fact]
    public void Roles_HaveAtMostTenPolicies() => Assert.InRange(Template.Split("Type: AWS::IAM::ManagedPolicy").Length - 1, 1, 10);

    [Fact]
    public void Statement_IsWrittenAsYaml() => Assert.Equal(
        """
          ReadPolicy1:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Path: /bootstrap/
              Description: Reads, part 1 of 1
              Roles:
                - !If [HasDev, !Ref DevDeployRole, !Ref AWS::NoValue]
                - !If [HasProd, !Ref ProdDeployRole, !Ref AWS::NoValue]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Sid: Example
                    Effect: Allow
                    Action: [rds:CreateDBInstance, rds:DeleteDBInstance]
                    Resource:
                      - !Sub "arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:db:${Application}-*"
                      - !Sub "arn:${AWS::Partition}:cloudwatch::${AWS::AccountId}:dashboard/${Application}-*"
                    Condition:
                      StringEquals:
                        aws:RequestTag/Application: !Ref Application
                        aws:RequestedRegion: !Ref AWS::Region

        """.ReplaceLineEndings("\n"),
        string.Join('\n', TemplateText.Of("ReadPolicy", "Reads", ["Deploy"], ManagedPolicies.Of(
        [
            new Statement
            {
                Name = "Example",
                Actions = ["rds:CreateDBInstance", "rds:DeleteDBInstance"],
                Resources = ["rds:db:{app}-*", "cloudwatch:dashboard/{app}-*"],
                Conditions = ["new", "region"],
            },
        ]))));

    [Fact]
    public void LongStatements_AreDividedAmongPolicies()
    {
        Statement Long(string name) => new()
        {
            Name = name,
            Actions = [.. Enumerable.Repeat("rds:CreateDBInstance", 200)],
            Resources = ["*"],
            Conditions = [],
        };

        Assert.Equal([1, 1], ManagedPolicies.Of([Long("First"), Long("Second")]).Select(policy => policy.Length));
    }

    [Fact]
    public void TemplateWithoutTheComments_IsRefused() => Assert.Equal(
        "bootstrap/template.yaml has no lines \"# policies, written by `sandbox permissions write`\" and \"# end of the policies\"",
        Assert.Throws<RunException>(() => WriteCommand.Replace("Resources:\n", "")).Message);
}
