using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Names in AWS: left to Pulumi wherever a fixed one would be in the way of a replacement.</summary>
public class PhysicalNameInvariants
{
    // Pulumi adds a dash and seven random characters.
    private const int RandomSuffix = 8;

    private static readonly string[] NameInputs = ["name", "namePrefix", "bucket", "bucketPrefix"];

    [Theory]
    [EveryStack]
    public async Task PhysicalName_OfWhatIsReplaced_IsRandom(string stack)
    {
        var resources = (await KnownStacks.Run(stack)).Resources.Where(resource => resource.Resource is Lb.TargetGroup
            or Lb.LoadBalancer
            or Ec2.SecurityGroup
            or SecretsManager.Secret
            or Rds.SubnetGroup
            or Rds.ParameterGroup
            or AwsIam.Role
            or S3.Bucket).ToList();

        ResourceAssert.Every(resources, resource => Assert.DoesNotContain(NameInputs, resource.Has));
    }

    [Theory]
    [EveryStack]
    public async Task PhysicalName_OfAFixedOne_HoldsTheStackOrIsInsideSomethingThatDoes(string stack)
    {
        var named = (await KnownStacks.Run(stack)).Resources
            .Where(resource => resource.Has("name") && resource.Resource is not (Route53.Record or ServiceDiscovery.PrivateDnsNamespace or ServiceDiscovery.Service))
            .ToList();

        var deployment = $"{KnownStacks.Config(stack).Name}-{stack}";
        ResourceAssert.Every(named, resource => Assert.True(
            resource.Resource is Ecs.Service || ((string)resource["name"]!).Contains(deployment, StringComparison.Ordinal), $"{resource}"));
    }

    [Fact]
    public async Task PhysicalName_LongestApplicationName_FitsTheLimitOf32()
    {
        var run = await StackRun.Of(TestConfigs.With(("name", "a-name-of-20-letters")));

        foreach (var resource in new[] { run.Single<Lb.LoadBalancer>(), run.Single<Lb.TargetGroup>() })
        {
            Assert.StartsWith("a-name-of-20-letters", resource.Name, StringComparison.Ordinal);
            Assert.InRange(resource.Name.Length + RandomSuffix, 1, 32);
        }
    }

    [Theory]
    [InlineData("minimal", "load-balancer of the stack", "service of the stack")]
    [InlineData("web", "endpoints of the stack", "load-balancer of the stack", "service of the stack")]
    [InlineData("storage", "database of the stack", "load-balancer of the stack", "service of the stack")]
    public async Task SecurityGroup_Description_NeverChangesSinceThatReplacesIt(string stack, params string[] descriptions) => Assert.Equal(
        descriptions,
        (await KnownStacks.Run(stack)).All<Ec2.SecurityGroup>().Select(group => group["description"]).Cast<string>().Order(StringComparer.Ordinal));
}
