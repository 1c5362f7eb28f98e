namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>A request of the AWS provider to the emulator.</summary>
internal sealed record RecordedRequest
{
    public required string Method { get; init; }

    /// <summary>The path and the query.</summary>
    public required string Path { get; init; }

    /// <summary>The service in the signature: <c>elasticloadbalancing</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The header <c>X-Amz-Target</c> of JSON protocols: <c>secretsmanager.CreateSecret</c>.</summary>
    public string? Target { get; init; }

    public required string Body { get; init; }
}
