using System.Text.Json.Nodes;
using Infra.FileStorage;
using Infra.Tests.Support;

namespace Infra.Tests.FileStorage;

public class FileSystemPoliciesTests
{
    [Fact]
    public void Policy_OfAFileSystem_AllowsNobodyAndRefusesWhoComesPlainOrPastAccessPoints() => ResourceAssert.Json(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny",
              "Principal": "*",
              "Action": ["elasticfilesystem:*"],
              "Resource": ["arn:fs"],
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}
            },
            {
              "Effect": "Deny",
              "Principal": "*",
              "Action": ["elasticfilesystem:Client*"],
              "Resource": ["arn:fs"],
              "Condition": {"Null": {"elasticfilesystem:AccessPointArn": "true"}}
            }
          ]
        }
        """,
        JsonNode.Parse(FileSystemPolicies.Json("arn:fs"))!);

    [Theory]
    [InlineData(true, """["elasticfilesystem:ClientMount"]""")]
    [InlineData(false, """["elasticfilesystem:ClientMount","elasticfilesystem:ClientWrite"]""")]
    public void Mount_ByAnAccessPoint_IsLimitedToIt(bool readOnly, string actions) => ResourceAssert.Json(
        $$$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": {{{actions}}},
              "Resource": ["arn:fs"],
              "Condition": {"StringEquals": {"elasticfilesystem:AccessPointArn": "arn:point"}}
            }
          ]
        }
        """,
        JsonNode.Parse(PolicyDocument.Json([FileSystemPolicies.Mount("arn:fs", "arn:point", readOnly)]))!);
}
