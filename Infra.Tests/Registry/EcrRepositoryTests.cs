using Infra.Registry;

namespace Infra.Tests.Registry;

public sealed class EcrRepositoryTests
{
    [Theory]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/app", "arn:aws:ecr:eu-central-1:123456789012:repository/app")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app", "arn:aws:ecr:eu-central-1:123456789012:repository/team/app")]
    [InlineData("123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/app", "arn:aws:ecr:us-east-1:123456789012:repository/app")]
    [InlineData("123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/app", "arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/app")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app", "arn:aws-cn:ecr:cn-north-1:123456789012:repository/app")]
    [InlineData("123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/app", "arn:aws-eusc:ecr:eusc-de-east-1:123456789012:repository/app")]
    [InlineData("123456789012.dkr-ecr.us-west-2.on.aws/app", "arn:aws:ecr:us-west-2:123456789012:repository/app")]
    [InlineData("123456789012.dkr-ecr-fips.us-west-2.on.aws/app", "arn:aws:ecr:us-west-2:123456789012:repository/app")]
    public void Find_ImageInEcr_ReturnsTheRepository(string imageName, string arn) => Assert.Equal(arn, EcrRepository.Find(imageName)?.Arn);

    [Theory]
    [InlineData("nginx")]
    [InlineData("dekartxyz/dekart")]
    [InlineData("public.ecr.aws/nginx/nginx")]
    [InlineData("12345678901.dkr.ecr.eu-central-1.amazonaws.com/app")]      // eleven digits
    [InlineData("1234567890123.dkr.ecr.eu-central-1.amazonaws.com/app")]    // thirteen
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com.example.com/app")]
    [InlineData("example.com/123456789012.dkr.ecr.eu-central-1.amazonaws.com/app")]
    public void Find_ImageElsewhere_ReturnsNull(string imageName) => Assert.Null(EcrRepository.Find(imageName));
}
