using System.Text.Json;

namespace Infra.Sandbox.Verification.Aws;

/// <summary>The <c>aws</c> command, for reading only.</summary>
internal interface IAwsCli
{
    /// <summary>Runs a command and returns its JSON.</summary>
    /// <exception cref="AwsCallException">AWS refused it, or cannot be reached.</exception>
    Task<JsonElement> CallAsync(AwsCall call, CancellationToken cancellation);
}

/// <summary>A command such as <c>aws ecs describe-services</c>.</summary>
internal sealed record AwsCall(string Service, string Operation, params string[] Arguments)
{
    public override string ToString() => $"aws {Service} {Operation}";
}

/// <summary>A command of AWS failed.</summary>
/// <param name="call">The command.</param>
/// <param name="code">The error code of AWS, such as <c>AccessDeniedException</c>; empty if AWS was not reached.</param>
/// <param name="reason">The message of AWS or of the command.</param>
internal sealed class AwsCallException(AwsCall call, string code, string reason) : Exception($"{call}: {reason}")
{
    private static readonly string[] Network = ["Could not connect to the endpoint URL", "timeout", "timed out", "Connection was closed"];

    public string Code { get; } = code;

    /// <summary>Whether the same call can succeed a moment later.</summary>
    public bool IsTransient => Code is "ThrottlingException" or "Throttling" or "RequestLimitExceeded" or "ServerException" or "ServiceUnavailable"
            or "InternalFailure" or "InternalError"
        || (Code.Length == 0 && Array.Exists(Network, Message.Contains));
}
