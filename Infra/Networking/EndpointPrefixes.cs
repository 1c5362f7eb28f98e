namespace Infra.Networking;

/// <summary>
/// Interface endpoint services whose names do not begin with com.amazonaws. There is no rule: the lists are those of the AWS CDK in
/// 2026, taken from DescribeVpcEndpointServices in these partitions.
/// https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts
/// </summary>
internal static class EndpointPrefixes
{
    private static readonly HashSet<string> China =
    [
        "account", "application-autoscaling", "appmesh-envoy-management", "athena", "autoscaling", "awsconnector",
        "backup", "batch",
        "cassandra", "cloudcontrolapi", "cloudformation", "codedeploy-commands-secure",
        "databrew", "dms",
        "ebs", "ec2", "ecr.api", "ecr.dkr", "eks", "elasticache", "elasticbeanstalk", "elasticfilesystem", "elasticfilesystem-fips",
        "emr-containers", "execute-api",
        "fsx", "imagebuilder", "iot.data", "iotsitewise.api", "iotsitewise.data", "kinesis-streams", "lambda", "license-manager",
        "monitoring", "polly", "rds", "redshift", "redshift-data",
        "s3", "sagemaker.api", "sagemaker.featurestore-runtime", "sagemaker.runtime", "securityhub", "servicecatalog", "sms", "sqs",
        "states", "sts", "sync-states", "synthetics",
        "transcribestreaming", "transfer", "workspaces", "xray",
    ];

    private static readonly HashSet<string> EuropeanSovereign = ["ecr.api", "ecr.dkr", "execute-api", "securityhub"];

    /// <summary>The prefix of a service name; null where it is com.amazonaws.</summary>
    public static string? Find(string region, string service) => AwsPartition.OfRegion(region).Name switch
    {
        "aws-cn" when China.Contains(service) => "cn.com.amazonaws",
        "aws-eusc" when EuropeanSovereign.Contains(service) => "eu.amazonaws",
        _ => null,
    };
}
