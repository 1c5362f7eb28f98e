using System.Text.Json.Nodes;
using Infra.Queueing;
using Infra.Tests.Support;

namespace Infra.Tests.Queueing;

public class QueuePoliciesTests
{
    [Fact]
    public void Policy_OfAQueue_RefusesEveryoneWithoutTls() => ResourceAssert.Json(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny",
              "Principal": "*",
              "Action": ["sqs:*"],
              "Resource": ["arn:queue"],
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}
            }
          ]
        }
        """,
        JsonNode.Parse(QueuePolicies.Json("arn:queue"))!);

    [Fact]
    public void Redrive_Always_NamesTheTargetAndCountsInNumbers() => Assert.Equal(
        """{"deadLetterTargetArn":"arn:dead","maxReceiveCount":3}""", QueuePolicies.Redrive("arn:dead", 3));

    [Fact]
    public void AllowRedrive_Always_NamesTheOnlySource() => Assert.Equal(
        """{"redrivePermission":"byQueue","sourceQueueArns":["arn:queue"]}""", QueuePolicies.AllowRedriveFrom("arn:queue"));
}
