using System.Text.Json.Nodes;

namespace Infra.Queueing;

/// <summary>Policies for queues: access and redrive.</summary>
internal static class QueuePolicies
{
    /// <summary>The queue policy: the given grants, and nothing without TLS.</summary>
    public static string Json(string queueArn, params PolicyStatement[] grants) =>
        PolicyDocument.Json([PolicyStatement.DenyWithoutTls("sqs:*", [queueArn]), .. grants]);

    public static PolicyStatement Send(string queueArn) =>
        PolicyStatement.Allow(["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"], queueArn);

    public static PolicyStatement Receive(string queueArn) => PolicyStatement.Allow(
        ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"], queueArn);

    public static string Redrive(string deadLetterQueueArn, int maximumReceives) => CanonicalJson.Text(new JsonObject
    {
        ["deadLetterTargetArn"] = deadLetterQueueArn,
        ["maxReceiveCount"] = maximumReceives,
    });

    public static string AllowRedriveFrom(string queueArn) => CanonicalJson.Text(new JsonObject
    {
        ["redrivePermission"] = "byQueue",
        ["sourceQueueArns"] = CanonicalJson.Array([queueArn]),
    });
}
