using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>Records requests and returns the same response to each.</summary>
internal sealed class FakeEmulator : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _answer;
    private readonly List<string> _requests = [];

    public FakeEmulator(string answer = "")
    {
        _answer = answer;
        Endpoint = new Uri($"http://127.0.0.1:{FreePort()}");
        _listener.Prefixes.Add($"{Endpoint}");
        _listener.Start();
        _ = AnswerAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>Method, path and content of each request.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _requests.Add($"{context.Request.HttpMethod} {context.Request.RawUrl} {await reader.ReadToEndAsync()}".TrimEnd());
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_answer));
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
