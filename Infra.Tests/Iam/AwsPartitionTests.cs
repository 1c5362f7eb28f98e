namespace Infra.Tests.Iam;

public sealed class AwsPartitionTests
{
    [Theory]
    [InlineData("eu-central-1", "aws")]
    [InlineData("us-east-1", "aws")]
    [InlineData("us-west-2", "aws")]
    [InlineData("ca-central-1", "aws")]
    [InlineData("us-gov-east-1", "aws-us-gov")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    public void OfRegion_ByName_IsItsPartition(string region, string partition) => Assert.Equal(partition, AwsPartition.OfRegion(region).Name);

    [Fact]
    public void Arn_HasItsPartsInOrder() => Assert.Equal(
        "arn:aws-cn:ecs:cn-north-1:123456789012:service/c/s",
        AwsPartition.OfRegion("cn-north-1").Arn("ecs", "cn-north-1", "123456789012", "service/c/s"));
}
