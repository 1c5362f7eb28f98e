using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class MockTestTests
{
    private const string ValidationRecord = "${aws:acm/certificate:Certificate::cert.domainValidationOptions[0].resourceRecordName}";

    [Fact]
    public void OnlyAttributesInUse_AreMocked()
    {
        var program = Translation.Of(Graphs.Of(
            Graphs.Resource("random:index/randomPassword:RandomPassword", "pw", ("length", 4)),
            Graphs.Resource("random:index/randomId:RandomId", "id", ("byteLength", 2)),
            Graphs.Resource("aws:iam/role:Role", "unused"),
            Graphs.Resource("aws:lb/loadBalancer:LoadBalancer", "lb", ("name", "lb")),
            Graphs.Resource("aws:acm/certificate:Certificate", "cert", ("domainName", "*.a${b.c")),
            Graphs.Resource("aws:route53/record:Record", "record", ("name", ValidationRecord)),
            Graphs.Resource("aws:lb/listener:Listener", "https", ("loadBalancerArn", "${aws:lb/loadBalancer:LoadBalancer::lb.arn}"))));

        Assert.Equal(
            """
            {
              "mock_provider": {
                "aws": {
                  "mock_resource": {
                    "aws_acm_certificate": {
                      "defaults": {
                        "domain_validation_options": [
                          {
                            "domain_name": "*.a$${b.c",
                            "resource_record_name": "_mock.a$${b.c.",
                            "resource_record_type": "CNAME",
                            "resource_record_value": "_mock.acm-validations.aws."
                          }
                        ]
                      }
                    },
                    "aws_lb": {
                      "defaults": {
                        "arn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/mock/1"
                      }
                    }
                  }
                }
              },
              "variables": {
                "id_id": "0000",
                "pw_password": "xxxx"
              },
              "run": {
                "apply": {
                  "command": "apply"
                }
              }
            }

            """,
            program.MockTest);
    }
}
