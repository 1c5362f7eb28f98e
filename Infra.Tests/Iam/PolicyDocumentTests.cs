namespace Infra.Tests.Iam;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Json_OfAllowedActions_IsExact() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::b/*"]}]}""",
        PolicyDocument.Json([PolicyStatement.Allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::b/*")]));

    [Fact]
    public void Json_OfStatements_KeepsTheirOrder() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":["b:Two"],"Resource":["*"]},
        {"Effect":"Allow","Action":["a:One"],"Resource":["arn:2","arn:1"]}]}
        """.ReplaceLineEndings(""),
        PolicyDocument.Json([PolicyStatement.Allow(["b:Two"], "*"), PolicyStatement.Allow(["a:One"], "arn:2", "arn:1")]));

    [Fact]
    public void Json_DenyWithoutTls_CoversBucketAndObjects() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":["s3:*"],
        "Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
        """.ReplaceLineEndings(""),
        PolicyDocument.Json([PolicyStatement.DenyWithoutTls("arn:aws:s3:::b")]));

    [Fact]
    public void Trust_WithAccountId_HasSourceAccountCondition() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},
        "Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}}]}
        """.ReplaceLineEndings(""),
        PolicyDocument.Trust("ecs-tasks.amazonaws.com", "123456789012"));

    [Fact]
    public void Json_PrincipalsAndConditions_AreSorted()
    {
        var statement = new PolicyStatement
        {
            Actions = ["a:B"],
            Principals = new Dictionary<string, string> { ["Service"] = "s", ["AWS"] = "arn" },
            Conditions = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>
            {
                ["StringLike"] = new Dictionary<string, IReadOnlyList<string>> { ["z"] = ["2", "1"], ["a"] = ["3"] },
                ["ArnLike"] = new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["v"] },
            },
        };

        Assert.Equal(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn","Service":"s"},
            "Action":["a:B"],"Condition":{"ArnLike":{"k":"v"},"StringLike":{"a":"3","z":["2","1"]}}}]}
            """.ReplaceLineEndings(""),
            PolicyDocument.Json([statement]));
    }
}
