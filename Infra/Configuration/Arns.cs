namespace Infra.Configuration;

/// <summary>The shapes of ARNs that more than one block asks for.</summary>
internal static class Arns
{
    public const string KmsKey = "^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$";

    public const string KmsKeyMeaning = "the ARN of a KMS key";
}
