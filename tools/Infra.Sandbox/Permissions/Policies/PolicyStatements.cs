using System.Text.Json.Nodes;

namespace Infra.Sandbox.Permissions.Policies;

/// <summary>Statements as policies have them, with the variables of CloudFormation's <c>Fn::Sub</c>.</summary>
internal static class PolicyStatements
{
    public static JsonObject Of(Statement statement)
    {
        var json = new JsonObject
        {
            ["Sid"] = statement.Name,
            ["Effect"] = "Allow",
            ["Action"] = Texts(statement.Actions),
            ["Resource"] = Texts(statement.Resources.Select(Arn)),
        };
        if (PolicyConditions.Of(statement) is { } condition)
        {
            json["Condition"] = condition;
        }

        return json;
    }

    /// <summary>The ARN of a resource such as <c>rds:db:{app}-*</c>.</summary>
    public static string Arn(string resource)
    {
        if (resource == "*")
        {
            return resource;
        }

        var colon = resource.IndexOf(':', StringComparison.Ordinal);
        var (service, end) = (resource[..colon], resource[(colon + 1)..]);
        var region = IsGlobal(service, end) ? "" : "${AWS::Region}";
        var account = service is "route53" or "s3" ? "" : "${AWS::AccountId}";
        return $"arn:${{AWS::Partition}}:{service}:{region}:{account}:{end.Replace("{app}", "${Application}").Replace("{zone}", "${HostedZoneId}")}";
    }

    private static bool IsGlobal(string service, string end) =>
        service is "iam" or "route53" or "s3" || (service == "cloudwatch" && end.StartsWith("dashboard/", StringComparison.Ordinal));

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
