namespace Infra.Sandbox.Verification.Causes;

/// <summary>
/// The <c>valueFrom</c> of a secret: the ARN of a parameter, or <c>arn:aws:secretsmanager:region:account:secret:name:json-key:stage:version</c>.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
/// </summary>
/// <param name="Id">The ARN without JSON key, stage and version.</param>
/// <param name="Name">The name of the secret or parameter.</param>
/// <param name="JsonKey">The key of the JSON object; empty for the whole value.</param>
/// <param name="Version">The id of the version; empty for the current one.</param>
/// <param name="IsParameter">Whether it is a parameter of Parameter Store.</param>
internal sealed record SecretSource(string Id, string Name, string JsonKey, string Version, bool IsParameter)
{
    private const int ArnParts = 7;

    public static SecretSource Parse(string valueFrom)
    {
        var parts = valueFrom.Split(':');
        if (parts is [_, _, "secretsmanager", ..])
        {
            return new SecretSource(string.Join(':', parts.Take(ArnParts)), Part(ArnParts - 1), Part(ArnParts), Part(ArnParts + 2), IsParameter: false);
        }

        var name = parts is [_, _, "ssm", ..] ? parts[^1]["parameter".Length..] : valueFrom;
        return new SecretSource(valueFrom, name, "", "", IsParameter: true);

        string Part(int index) => parts.ElementAtOrDefault(index) ?? "";
    }
}
