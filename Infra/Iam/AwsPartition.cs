namespace Infra.Iam;

/// <summary>
/// The partition of a region, derived from the name of the region so that a preview needs no call to AWS.
/// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
/// </summary>
internal sealed record AwsPartition(string Name)
{
    public static AwsPartition OfRegion(string region) => new(region.Split('-')[0] switch
    {
        "cn" => "aws-cn",
        "us" when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        "eusc" => "aws-eusc",
        _ => "aws",
    });

    public string Arn(string service, string region, string accountId, string resource) =>
        $"arn:{Name}:{service}:{region}:{accountId}:{resource}";
}
