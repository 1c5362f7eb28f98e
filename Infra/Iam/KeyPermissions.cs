namespace Infra.Iam;

/// <summary>
/// Permission to use a customer managed key through the AWS service whose data it encrypts.
/// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
/// </summary>
internal static class KeyPermissions
{
    /// <summary>Permission to read encrypted data.</summary>
    public static PolicyStatement Read(string keyArn, string region, string service) => Through(["kms:Decrypt"], keyArn, region, service);

    /// <summary>Permission to write encrypted data, which includes decryption: multipart uploads and messages need both.</summary>
    public static PolicyStatement Write(string keyArn, string region, string service) =>
        Through(["kms:Decrypt", "kms:GenerateDataKey"], keyArn, region, service);

    // Names of services end differently in some partitions, as in amazonaws.com.cn.
    private static PolicyStatement Through(string[] actions, string keyArn, string region, string service) =>
        PolicyStatement.Allow(actions, keyArn) with
        {
            Conditions = PolicyStatement.Condition("StringLike", "kms:ViaService", $"{service}.{region}.amazonaws.com*"),
        };
}
