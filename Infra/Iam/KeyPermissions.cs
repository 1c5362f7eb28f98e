using Infra.Services;

namespace Infra.Iam;

/// <summary>
/// The right to use a customer key, and that only through the AWS service whose data the key encrypts.
/// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
/// </summary>
internal static class KeyPermissions
{
    /// <summary>To read what the key encrypts.</summary>
    public static PolicyStatement Read(string keyArn, string region, string service) => Through(["kms:Decrypt"], keyArn, region, service);

    /// <summary>To write, too. Writing in parts reads what was written, and a message is encrypted with a data key that is read back.</summary>
    public static PolicyStatement Write(string keyArn, string region, string service) =>
        Through(["kms:Decrypt", "kms:GenerateDataKey"], keyArn, region, service);

    // Some regions have another end of names.
    private static PolicyStatement Through(string[] actions, string keyArn, string region, string service) =>
        PolicyStatement.Allow(actions, keyArn) with
        {
            Conditions = PolicyStatement.Condition("StringLike", "kms:ViaService", $"{service}.{region}.amazonaws.com*"),
        };
}
