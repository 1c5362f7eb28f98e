using System.Text.Json.Nodes;
using Infra.FileStorage;
using Infra.Tests.Support;

namespace Infra.Tests.FileStorage;

public class FileSystemPoliciesTests
{
    [Theory]
    [InlineData(true, """["elasticfilesystem:ClientMount"]""")]
    [InlineData(false, """["elasticfilesystem:ClientMount","elasticfilesystem:ClientWrite"]""")]
    public void MountPermission_IsLimitedToTheAccessPoint(bool readOnly, string actions) => ResourceAssert.Json(
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
