using System.Collections.Immutable;
using Google.Protobuf;
using Grpc.Core;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Providers.Protocol;
using Infra.Sandbox.Providers.States;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;
using Pulumi;

namespace Infra.Sandbox.Providers;

/// <summary>Plans single resources with a provider of its own, which has dummy credentials and no route to AWS.</summary>
internal sealed class ResourcePlanner : IAsyncDisposable
{
    // Any version with the plugin protocol 5 will do.
    private const string TerraformVersion = "1.9.0";

    // Nothing listens there. Planning needs no AWS, and an unexpected call fails at once.
    private const string Nowhere = "http://127.0.0.1:9";

    private static readonly Dictionary<string, ProviderValue> Settings = new()
    {
        ["access_key"] = ChildEnvironment.DummyKey,
        ["secret_key"] = ChildEnvironment.DummyKey,
        ["max_retries"] = 0,
        ["skip_credentials_validation"] = true,
        ["skip_metadata_api_check"] = "true",
        ["skip_region_validation"] = true,
        ["skip_requesting_account_id"] = true,
    };

    private readonly ProviderProcess _process;
    private readonly ProviderConnection _connection;

    private ResourcePlanner(ProviderProcess process, ProviderConnection connection) => (_process, _connection) = (process, connection);

    /// <summary>Starts the provider that is installed in a work folder.</summary>
    public static async Task<ResourcePlanner> StartAsync(WorkFolder folder, string region, CancellationToken cancellation)
    {
        var process = await ProviderProcess.StartAsync(folder, cancellation);
        ProviderConnection? connection = null;
        try
        {
            connection = ProviderConnection.Open(process.Variable.Value);
            var planner = new ResourcePlanner(process, connection);
            await planner.ConfigureAsync(region, cancellation);
            return planner;
        }
        catch
        {
            connection?.Dispose();
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>The provider's objections to the configuration of a resource.</summary>
    public async Task<ImmutableArray<string>> ValidateAsync(string type, ProviderValue config, CancellationToken cancellation)
    {
        var request = new ValidateRequest { TypeName = type, Config = ValueEncoding.Encode(config) };
        return Errors((await Answer(_connection.Client.ValidateResourceTypeConfigAsync(request, cancellationToken: cancellation))).Diagnostics);
    }

    /// <summary>Plans the change of a resource from a state, or from nothing, to a configuration.</summary>
    public async Task<PlannedResource> PlanAsync(
        string type, BlockSchema schema, ResourceState? prior, ProviderValue config, CancellationToken cancellation)
    {
        var proposed = ProposedState.Of(schema, prior?.Value ?? ProviderValue.Null.Value, config);
        var request = new PlanRequest
        {
            TypeName = type,
            PriorState = ValueEncoding.Encode(prior?.Value ?? ProviderValue.Null.Value),
            ProposedNewState = ValueEncoding.Encode(proposed),
            Config = ValueEncoding.Encode(config),
            PriorPrivate = prior?.Private ?? ByteString.Empty,
        };
        var response = await Answer(_connection.Client.PlanResourceChangeAsync(request, cancellationToken: cancellation));
        var errors = Errors(response.Diagnostics);
        return new PlannedResource
        {
            State = new ResourceState(
                errors.IsEmpty ? ValueEncoding.Decode(schema.AsType(), response.PlannedState) : ProviderValue.Null.Value, response.PlannedPrivate),
            RequiresReplacement = [.. response.RequiresReplace.Select(path => path.Steps.ToImmutableArray())],
            Errors = errors,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _process.DisposeAsync();
    }

    private async Task ConfigureAsync(string region, CancellationToken cancellation)
    {
        var schemas = await Answer(_connection.Client.GetSchemaAsync(new SchemaRequest(), cancellationToken: cancellation));
        var config = Configuration(ProtocolSchema.Read(schemas.Provider.Block), region);
        var request = new ConfigureRequest { TerraformVersion = TerraformVersion, Config = ValueEncoding.Encode(config) };
        var response = await Answer(_connection.Client.ConfigureAsync(request, cancellationToken: cancellation));
        if (Errors(response.Diagnostics) is { IsEmpty: false } errors)
        {
            throw new RunException($"the provider rejects its configuration: {string.Join("; ", errors)}");
        }
    }

    private static ProviderValue.Map Configuration(BlockSchema schema, string region)
    {
        var given = new Dictionary<string, ProviderValue>(Settings)
        {
            ["region"] = region,
            ["endpoints"] = new ProviderValue.List([
                ProviderValue.Map.Of(schema.Blocks["endpoints"].Block.Attributes.Keys
                    .Select(service => KeyValuePair.Create(service, (ProviderValue)Nowhere))),
            ]),
        };
        return ProviderValue.Map.Of(
        [
            .. schema.Attributes.Keys.Select(name => KeyValuePair.Create(name, given.GetValueOrDefault(name, ProviderValue.Null.Value))),
            .. schema.Blocks.Select(block => KeyValuePair.Create(block.Key, given.GetValueOrDefault(block.Key, Absent(block.Value)))),
        ]);
    }

    /// <summary>A block that the configuration does not have.</summary>
    internal static ProviderValue Absent(NestedBlockSchema block) =>
        block.Nesting == Nesting.Single ? ProviderValue.Null.Value : ProviderValue.List.Empty;

    private static async Task<T> Answer<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            return await call;
        }
        catch (RpcException exception)
        {
            throw new RunException($"the provider does not answer: {exception.Status.Detail}");
        }
    }

    private static ImmutableArray<string> Errors(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity == Diagnostic.Types.Severity.Error)
            .Select(diagnostic => diagnostic.Detail.Length > 0 ? $"{diagnostic.Summary}: {diagnostic.Detail}" : diagnostic.Summary),
    ];
}

/// <summary>The state of a resource.</summary>
/// <param name="Value">The attributes and blocks.</param>
/// <param name="Private">What only the provider understands.</param>
internal sealed record ResourceState(ProviderValue Value, ByteString Private);

/// <summary>A planned change.</summary>
internal sealed record PlannedResource
{
    public required ResourceState State { get; init; }

    /// <summary>The paths of the attributes that the provider cannot change.</summary>
    public required ImmutableArray<ImmutableArray<AttributePath.Types.Step>> RequiresReplacement { get; init; }

    public required ImmutableArray<string> Errors { get; init; }
}
