using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>Queries an emulator like an AWS client.</summary>
internal sealed class EmulatorProbe(Uri endpoint, string region = EmulatorProbe.DefaultRegion) : IDisposable
{
    /// <summary>The region of the shipped stacks.</summary>
    public const string DefaultRegion = "eu-central-1";

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Calls a service with the AWS JSON protocol.</summary>
    public async Task<JsonNode> CallAsync(string service, string target, string arguments = "{}")
    {
        var content = new StringContent(arguments, MediaTypeHeaderValue.Parse("application/x-amz-json-1.1"));
        content.Headers.Add("X-Amz-Target", target);
        return JsonNode.Parse(await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/") { Content = content }, service))!;
    }

    /// <summary>Calls a service with the AWS Query protocol.</summary>
    public async Task<XElement> QueryAsync(string service, string version, string action, params (string Name, string Value)[] arguments)
    {
        var form = new Dictionary<string, string> { ["Action"] = action, ["Version"] = version };
        foreach (var (name, value) in arguments)
        {
            form.Add(name, value);
        }

        return Plain(await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(form) }, service));
    }

    /// <summary>Reads from a service with the REST-XML protocol.</summary>
    public async Task<XElement> GetAsync(string service, string path) => Plain(await SendAsync(new(HttpMethod.Get, path), service));

    /// <summary>Reads from a service with the REST-JSON protocol.</summary>
    public async Task<JsonNode> GetJsonAsync(string service, string path) =>
        JsonNode.Parse(await SendAsync(new(HttpMethod.Get, path), service))!;

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(HttpRequestMessage request, string service)
    {
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=sandbox/20000101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        var content = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, content);
        return content;
    }

    // Every response has a single namespace.
    private static XElement Plain(string xml)
    {
        var root = XElement.Parse(xml);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root;
    }
}
