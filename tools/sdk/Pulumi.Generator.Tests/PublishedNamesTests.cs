using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Generator.Tests;

/// <summary>Facts of the published packages. They hold for whichever packages NuGet took.</summary>
public class PublishedNamesTests
{
    [Theory]
    [InlineData(typeof(Aws.Iam.RoleArgs), "AssumeRolePolicy", typeof(InputUnion<string, Aws.Iam.Inputs.PolicyDocumentArgs>))]
    [InlineData(typeof(Aws.Iam.RolePolicyArgs), "Policy", typeof(InputUnion<string, Aws.Iam.Inputs.PolicyDocumentArgs>))]
    [InlineData(typeof(Aws.S3.BucketPolicyArgs), "Policy", typeof(InputUnion<string, Aws.S3.Inputs.PolicyDocumentArgs>))]
    [InlineData(typeof(Aws.Kms.KeyArgs), "Policy", typeof(Input<string>))]
    [InlineData(typeof(Aws.Ec2.VpcEndpointArgs), "Policy", typeof(Input<string>))]
    [InlineData(typeof(Aws.Route53.RecordArgs), "Type", typeof(InputUnion<string, Aws.Route53.RecordType>))]
    [InlineData(typeof(Aws.Rds.InstanceArgs), "InstanceClass", typeof(InputUnion<string, Aws.Rds.InstanceType>))]
    [InlineData(typeof(Aws.Rds.InstanceArgs), "StorageType", typeof(InputUnion<string, Aws.Rds.StorageType>))]
    [InlineData(typeof(Aws.Rds.InstanceArgs), "Engine", typeof(Input<string>))]
    [InlineData(typeof(Aws.LB.LoadBalancerArgs), "LoadBalancerType", typeof(Input<string>))]
    [InlineData(typeof(Aws.S3.BucketArgs), "BucketName", typeof(Input<string>))]
    [InlineData(typeof(Aws.Ecs.ServiceArgs), "LoadBalancers", typeof(InputList<Aws.Ecs.Inputs.ServiceLoadBalancerArgs>))]
    [InlineData(typeof(Aws.Ecs.ServiceArgs), "Tags", typeof(InputMap<string>))]
    [InlineData(typeof(Aws.Ecs.Inputs.ServiceLoadBalancerArgs), "ContainerPort", typeof(Input<int>))]
    [InlineData(typeof(Aws.Iam.Inputs.PolicyStatementArgs), "Action", typeof(InputUnion<string, ImmutableArray<string>>))]
    [InlineData(typeof(Aws.Iam.Inputs.PolicyStatementArgs), "Principal", typeof(object))]
    [InlineData(typeof(Aws.Ec2.GetVpcArgs), "Filters", typeof(List<Aws.Ec2.Inputs.GetVpcFilterArgs>))]
    [InlineData(typeof(Aws.Ec2.GetVpcInvokeArgs), "Filters", typeof(InputList<Aws.Ec2.Inputs.GetVpcFilterInputArgs>))]
    [InlineData(typeof(Awsx.Ec2.VpcArgs), "NatGateways", typeof(Awsx.Ec2.Inputs.NatGatewayConfigurationArgs))]
    [InlineData(typeof(Awsx.Ec2.VpcArgs), "SubnetSpecs", typeof(List<Awsx.Ec2.Inputs.SubnetSpecArgs>))]
    [InlineData(typeof(Awsx.Ec2.VpcArgs), "SubnetStrategy", typeof(Awsx.Ec2.SubnetAllocationStrategy?))]
    [InlineData(typeof(Awsx.Ec2.VpcArgs), "EnableDnsHostnames", typeof(Input<bool>))]
    [InlineData(typeof(Awsx.Ec2.Inputs.SubnetSpecArgs), "Type", typeof(Awsx.Ec2.SubnetType))]
    [InlineData(typeof(Awsx.Ec2.Inputs.SubnetSpecArgs), "Tags", typeof(InputMap<string>))]
    public void Argument_HasThePublishedType(Type args, string property, Type expected)
        => Assert.Equal(expected, args.GetProperty(property)?.PropertyType);

    [Theory]
    [InlineData(typeof(Aws.S3.Bucket), "BucketName", "bucket", typeof(Output<string>))]
    [InlineData(typeof(Aws.Iam.Role), "AssumeRolePolicy", "assumeRolePolicy", typeof(Output<string>))]
    [InlineData(typeof(Aws.Rds.Instance), "InstanceClass", "instanceClass", typeof(Output<string>))]
    [InlineData(typeof(Aws.LB.LoadBalancer), "DnsName", "dnsName", typeof(Output<string>))]
    [InlineData(typeof(Awsx.Ec2.Vpc), "PublicSubnetIds", "publicSubnetIds", typeof(Output<ImmutableArray<string>>))]
    public void Output_HasThePublishedNameAndType(Type resource, string property, string wireName, Type expected)
    {
        var output = resource.GetProperty(property);

        Assert.Equal(expected, output?.PropertyType);
        Assert.Equal(wireName, output?.GetCustomAttribute<OutputAttribute>()?.Name);
    }

    [Theory]
    [InlineData(typeof(Aws.Ecs.Service), "aws:ecs/service:Service")]
    [InlineData(typeof(Aws.Vpc.SecurityGroupIngressRule), "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")]
    [InlineData(typeof(Aws.LB.TargetGroup), "aws:lb/targetGroup:TargetGroup")]
    [InlineData(typeof(Aws.S3.Bucket), "aws:s3/bucket:Bucket")]
    [InlineData(typeof(Awsx.Ec2.Vpc), "awsx:ec2:Vpc")]
    [InlineData(typeof(Random.RandomPassword), "random:index/randomPassword:RandomPassword")]
    public void Resource_CarriesItsToken(Type resource, string token)
        => Assert.Equal(token, resource.GetCustomAttribute<ResourceTypeAttribute>()?.Type);

    [Theory]
    [InlineData("Grants", true)] // a list
    [InlineData("Policy", false)] // deprecated as well
    public void Obsolete_IsEmittedForCollectionsOnly(string property, bool expected)
        => Assert.Equal(expected, typeof(Aws.S3.BucketArgs).GetProperty(property)!.IsDefined(typeof(ObsoleteAttribute)));

    [Fact]
    public void Argument_IsOptionalWhereNothingIsRequired()
    {
        Assert.True(ArgsOf(typeof(Aws.S3.Bucket)).IsOptional);
        Assert.False(ArgsOf(typeof(Aws.S3.BucketPolicy)).IsOptional);

        static ParameterInfo ArgsOf(Type resource) => Assert.Single(resource.GetConstructors()).GetParameters()[1];
    }
}
