using System.Net;
using System.Net.Http.Headers;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Speaks to an emulator in plain HTTP, as far as Terraform cannot.</summary>
internal sealed class EmulatorClient : IDisposable
{
    private const string Xml = "application/xml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    public EmulatorClient(Uri endpoint) =>
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = !endpoint.IsLoopback }) { BaseAddress = endpoint, Timeout = Patience };

    /// <summary>Whether anything answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync("/", cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public Task<string> GetAsync(string path, string service, CancellationToken cancellation) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), service, cancellation);

    public Task<string> PostXmlAsync(string path, string xml, string service, CancellationToken cancellation) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(xml, MediaTypeHeaderValue.Parse(Xml)) }, service, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(HttpRequestMessage request, string service, CancellationToken cancellation)
    {
        // Emulators read from the signature which service is meant, and do not check it.
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={ChildEnvironment.DummyKey}/20000101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using (request)
        {
            using var response = await _http.SendAsync(request, cancellation);
            var content = await response.Content.ReadAsStringAsync(cancellation);
            var path = request.RequestUri!.AbsolutePath;
            return response.StatusCode < HttpStatusCode.BadRequest
                ? content
                : throw new RunException($"the emulator refuses {request.Method} {path}: {(int)response.StatusCode} {content}");
        }
    }
}
