using System.Net.Sockets;
using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Pulumi;

namespace Infra.Sandbox.Providers.Protocol;

/// <summary>A connection to a running provider, over the Unix socket that terraform would attach to.</summary>
internal sealed class ProviderConnection : IDisposable
{
    private const int SupportedProtocol = 5;

    private readonly GrpcChannel _channel;

    private ProviderConnection(string socket)
    {
        _channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            // The response with all schemas is larger than the four megabytes of gRPC's default.
            MaxReceiveMessageSize = null,
            DisposeHttpClient = true,
            ThrowOperationCanceledOnCancellation = true,
            HttpHandler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = (_, cancellation) => ConnectAsync(socket, cancellation) },
        });
        Client = new Provider.ProviderClient(_channel);
    }

    public Provider.ProviderClient Client { get; }

    /// <param name="reattach">The value of TF_REATTACH_PROVIDERS for one provider.</param>
    /// <exception cref="RunException">The provider speaks another protocol.</exception>
    public static ProviderConnection Open(string reattach)
    {
        var provider = JsonNode.Parse(reattach)!.AsObject().Single().Value!;
        var protocol = provider["ProtocolVersion"]?.GetValue<int>();
        return protocol == SupportedProtocol
            ? new ProviderConnection(provider["Addr"]!["String"]!.GetValue<string>())
            : throw new RunException($"the sandbox speaks version {SupportedProtocol} of the plugin protocol, and the provider version {protocol}");
    }

    public void Dispose() => _channel.Dispose();

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
