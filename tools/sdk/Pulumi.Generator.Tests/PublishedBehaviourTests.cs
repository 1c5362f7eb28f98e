using Pulumi.Utilities;

namespace Pulumi.Generator.Tests;

/// <summary>The published packages' treatment of arguments, which holds for whichever packages NuGet took.</summary>
public class PublishedBehaviourTests
{
    [Fact]
    public async Task SecretArguments_BecomeSecretOutputs()
    {
        Assert.True(await Output.IsSecretAsync(new Aws.Rds.InstanceArgs { Password = "hidden" }.Password.ToOutput()));
        Assert.True(await Output.IsSecretAsync(new Aws.SecretsManager.SecretVersionArgs { SecretString = "hidden" }.SecretString.ToOutput()));
        Assert.False(await Output.IsSecretAsync(new Aws.Rds.InstanceArgs { Username = "shown" }.Username.ToOutput()));
    }

    [Fact]
    public async Task Defaults_AreSetByTheConstructors()
    {
        Assert.Equal("Managed by Pulumi", await OutputUtilities.GetValueAsync(new Aws.Rds.SubnetGroupArgs().Description.ToOutput()));
        Assert.Equal("Managed by Pulumi", await OutputUtilities.GetValueAsync(new Aws.Ec2.SecurityGroupArgs().Description.ToOutput()));
        Assert.Equal("immediate", await OutputUtilities.GetValueAsync(new Aws.Rds.Inputs.ParameterGroupParameterArgs().ApplyMethod.ToOutput()));
        Assert.True(await OutputUtilities.GetValueAsync(new Aws.ProviderArgs().SkipRegionValidation.ToOutput()));
    }

    [Fact]
    public void Collections_CanBeAddedToWithoutBeingAssigned()
        => Assert.NotNull(new Aws.Ecs.ServiceArgs { Tags = { ["Name"] = "web" }, LoadBalancers = { new Aws.Ecs.Inputs.ServiceLoadBalancerArgs() } });

    [Fact]
    public void EnumValues_AreComparedByValue()
    {
        Assert.Equal("db.t4g.micro", Aws.Rds.InstanceType.T4G_Micro.ToString());
        Assert.Equal("db.t4g.micro", (string)Aws.Rds.InstanceType.T4G_Micro);
        Assert.True(Aws.Rds.StorageType.GP3 == Aws.Rds.StorageType.GP3);
        Assert.True(Aws.Rds.StorageType.GP3 != Aws.Rds.StorageType.GP2);
        Assert.Equal("2012-10-17", Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17.ToString());
    }
}
