using System.ComponentModel.DataAnnotations;

namespace Infra.Stack;

/// <summary>The recovery windows that Secrets Manager knows, in days.
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretRecoveryWindowAttribute() : AllowedValuesAttribute(
    0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
