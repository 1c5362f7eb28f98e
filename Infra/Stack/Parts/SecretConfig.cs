using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>The source of a secret: exactly one.</summary>
internal sealed record SecretConfig
{
    public const string ConfigKey = "^[a-z][A-Za-z0-9]*$";
    public const string ConfigKeyMeaning = "the name of a configuration value, such as mapboxToken";

    /// <summary>A secret of another part of the stack: <c>database.password</c>, <c>database.url</c> or <c>database.ectoUrl</c>; <c>cache.token</c> or <c>cache.url</c>.</summary>
    [Shape(null, "database.password", "database.url", "database.ectoUrl", "cache.token", "cache.url")]
    public string? From { get; init; }

    /// <summary>An SSM parameter of the same account and region, by name.</summary>
    [Pattern("^([A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+){1,15})$", "a parameter name such as token or /app/token, with a slash in front where there is another")]
    [PerStack("the parameter with the secret of the new stack", MayBeSame = true)]
    public string? SsmParameter { get; init; }

    /// <summary>A Secrets Manager secret.</summary>
    [Arn("secretsmanager", "secret:.+-[A-Za-z0-9]{6}", "the full ARN of a secret, with the six characters at its end", Place = ArnPlace.AnyRegion)]
    [PerStack("the secret of the new stack", MayBeSame = true)]
    public string? SecretArn { get; init; }

    /// <summary>The key to take when <c>secretArn</c> holds a JSON object.</summary>
    [Pattern("^[^:]+$", "a key without a colon")]
    public string? JsonKey { get; init; }

    /// <summary>Customer key that encrypts the parameter or secret; not needed for AWS's own keys.</summary>
    [KmsKeyArn(Place = ArnPlace.AnyRegion)]
    public string? KmsKeyArn { get; init; }

    /// <summary>An encrypted value of this stack file, set by <c>pulumi config set --secret</c>; the stack stores it in Secrets Manager.</summary>
    [Pattern(ConfigKey, ConfigKeyMeaning)]
    public string? Config { get; init; }

    /// <summary>A random value of this length that the stack makes once and stores in Secrets Manager.</summary>
    [Range(24, 256)]
    public int? GeneratedLength { get; init; }

    /// <summary>Another number makes another value of <c>generatedLength</c>, and tasks are replaced.</summary>
    [Range(1, int.MaxValue)]
    [DerivedDefault("`1`")]
    public int? GeneratedVersion { get; init; }
}
