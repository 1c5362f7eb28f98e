using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>Properties that providers declare secret, which mocks do not know.</summary>
internal static class SecretOutputs
{
    private static readonly HashSet<(string Type, string Path)> Known =
    [
        ("aws:cognito/userPoolClient:UserPoolClient", "clientSecret"),
        ("aws:iam/accessKey:AccessKey", "secret"),
        ("aws:iam/accessKey:AccessKey", "sesSmtpPasswordV4"),
        ("random:index/randomPassword:RandomPassword", "bcryptHash"),
        ("random:index/randomPassword:RandomPassword", "result"),
    ];

    public static bool Contain(Symbol symbol) => symbol.IsConfig || Known.Contains((symbol.Resource.Type, symbol.Path));

    /// <summary>Whether a text contains a secret.</summary>
    public static bool AreIn(string text) => Symbol.In(text).Any(Contain);
}
