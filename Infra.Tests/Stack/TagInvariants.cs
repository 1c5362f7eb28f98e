using System.Collections.Immutable;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Stack;

public class TagInvariants
{
    [Theory]
    [EveryStack]
    public async Task Tags_OfWhatTakesTags_AreThoseOfTheStackAndTheConfiguration(string stack)
    {
        var config = KnownStacks.Config(stack);
        var expected = config.Tags.Append(KeyValuePair.Create("Application", config.Name)).Append(KeyValuePair.Create("Stack", stack));

        ResourceAssert.Every(await Taggable(stack), resource =>
        {
            var tags = Assert.IsType<ImmutableDictionary<string, object>>(resource["tags"]);
            Assert.All(expected, tag => Assert.Equal(tag.Value, tags[tag.Key]));
            Assert.Equal(config.Tags.Count + 3, tags.Count);
        });
    }

    [Theory]
    [EveryStack]
    public async Task NameTag_OfAResource_IsItsLogicalNameWithTheStack(string stack)
    {
        var application = KnownStacks.Config(stack).Name;
        // A stack name with a dash gets a hash.
        var deployment = stack == "customer-key" ? "shop-customer-key-1aedad5d" : $"{application}-{stack}";

        ResourceAssert.Every(
            await Taggable(stack), resource => Assert.Equal($"{deployment}{resource.Name[application.Length..]}", resource["tags.Name"]));
    }

    [Fact]
    public async Task Tags_OfTheEndpointThatAwsxMakes_AreGivenToAwsx()
    {
        var vpc = (await KnownStacks.Run("storage")).Single<AwsxEc2.Vpc>();

        Assert.Equal("shop-storage-network-s3", vpc["vpcEndpointSpecs[0].tags.Name"]);
        Assert.Equal("shop", vpc["vpcEndpointSpecs[0].tags.Application"]);
        Assert.Equal("maps", vpc["vpcEndpointSpecs[0].tags.team"]);
    }

    [Theory]
    [InlineData(
        "web",
        "BucketLifecycleConfiguration BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketServerSideEncryptionConfiguration "
        + "CertificateValidation ClusterCapacityProviders Record RolePolicy Route UserPoolClient UserPoolDomain")]
    [InlineData(
        "storage",
        "BucketLifecycleConfiguration BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketServerSideEncryptionConfiguration "
        + "BucketVersioning ClusterCapacityProviders RandomId RandomPassword RolePolicy SecretVersion")]
    public async Task Kind_WithoutTags_IsOneThatTakesNone(string stack, string kinds)
    {
        var untagged = (await KnownStacks.Run(stack)).Resources.Where(resource => !resource.IsComponent && !resource.Has("tags"));

        Assert.Equal(kinds, string.Join(' ', untagged.Select(resource => resource.Resource.GetType().Name).Distinct().Order(StringComparer.Ordinal)));
    }

    private static async Task<IReadOnlyList<RegisteredResource>> Taggable(string stack) =>
    [
        .. (await KnownStacks.Run(stack)).Resources
            .Where(resource => resource.Args.GetType().GetProperty("Tags")?.PropertyType == typeof(InputMap<string>)),
    ];
}
