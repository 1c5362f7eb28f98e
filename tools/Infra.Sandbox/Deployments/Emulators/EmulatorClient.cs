using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>A service with the AWS Query protocol.</summary>
internal sealed record QueryService(string Name, string Version)
{
    public static readonly QueryService Ec2 = new("ec2", "2016-11-15");

    public static readonly QueryService LoadBalancing = new("elasticloadbalancing", "2015-12-01");
}

/// <summary>Calls an emulator for what Terraform cannot do.</summary>
internal sealed class EmulatorClient : IDisposable
{
    private const string Xml = "application/xml";
    private const string Json = "application/x-amz-json-1.1";

    // The region of global services.
    private const string DefaultRegion = "us-east-1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    public EmulatorClient(Uri endpoint) =>
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = !endpoint.IsLoopback }) { BaseAddress = endpoint, Timeout = Patience };

    /// <summary>Whether the emulator responds.</summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellation)
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

    /// <summary>Calls a service with the AWS Query protocol; the response has no XML namespace.</summary>
    public async Task<XElement> QueryAsync(
        QueryService service, string region, string action, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation)
    {
        var form = new FormUrlEncodedContent([new("Action", action), new("Version", service.Version), .. arguments]);
        var answer = XElement.Parse(await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/") { Content = form }, service.Name, cancellation, region));
        foreach (var element in answer.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return answer;
    }

    /// <summary>Calls a service with the AWS JSON protocol.</summary>
    public async Task<JsonNode> CallAsync(string service, string region, string target, JsonObject arguments, CancellationToken cancellation)
    {
        var content = new StringContent(arguments.ToJsonString(), MediaTypeHeaderValue.Parse(Json));
        content.Headers.Add("X-Amz-Target", target);
        return JsonNode.Parse(await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/") { Content = content }, service, cancellation, region))!;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(
        HttpRequestMessage request, string service, CancellationToken cancellation, string region = DefaultRegion)
    {
        // Emulators read the service and region from the signature without verifying it.
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={ChildEnvironment.DummyKey}/20000101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using (request)
        {
            using var response = await _http.SendAsync(request, cancellation);
            var content = await response.Content.ReadAsStringAsync(cancellation);
            var path = request.RequestUri!.AbsolutePath;
            return response.StatusCode < HttpStatusCode.BadRequest
                ? content
                : throw new RunException($"the emulator rejected {request.Method} {path}: {(int)response.StatusCode} {content}");
        }
    }
}
