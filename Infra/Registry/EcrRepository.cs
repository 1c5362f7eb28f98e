using System.Text.RegularExpressions;

namespace Infra.Registry;

/// <summary>A private Amazon ECR repository.</summary>
internal sealed partial record EcrRepository(string AccountId, string Region, string Name)
{
    public string Arn => $"arn:{AwsPartition.OfRegion(Region).Name}:ecr:{Region}:{AccountId}:repository/{Name}";

    public static EcrRepository? Find(string imageName) =>
        RegistryHost().Match(imageName) is { Success: true, Groups: var groups }
            ? new EcrRepository(groups["account"].Value, groups["region"].Value, groups["name"].Value)
            : null;

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
    [GeneratedRegex(@"^(?<account>[0-9]{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.(?:com|com\.cn|eu)|on\.aws)/(?<name>.+)$")]
    private static partial Regex RegistryHost();
}
