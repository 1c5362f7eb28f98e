using Infra.Configuration.Binding;

namespace Infra.Stack.Quotas;

/// <summary>Something that keys of the stack file add up to, and that AWS limits.</summary>
/// <param name="Quota">The limit.</param>
/// <param name="Key">The key that makes it grow.</param>
/// <param name="Count">How much it is.</param>
/// <param name="Sentence">How it comes about, such as "35 ranges with a domain make 70 inbound rules".</param>
internal sealed record PlannedSum(AwsQuota Quota, KeyPath Key, int Count, string Sentence)
{
    /// <summary>The resource that the limit is for, if a stack has several: the name of a security group, or the key of a service.</summary>
    public string Of { get; init; } = "";
}
