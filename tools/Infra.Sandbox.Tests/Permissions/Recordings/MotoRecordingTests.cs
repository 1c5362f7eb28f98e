using Infra.Sandbox.Permissions.Recordings;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Permissions.Recordings;

public sealed class MotoRecordingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void RequestsOfOthers_AreLeftOut() => Assert.Equal(
        ["GET /shop-files?acl"],
        Read(Entry("GET", "/shop-files?acl", "HashiCorp/1.0 Terraform/1.11"), Entry("GET", "/hostedzones", "sandbox")));

    // Two threads of moto have written at the same time.
    [Fact]
    public void MissingLineBreaks_DoNotMatter()
    {
        File.WriteAllText(_folder.File("recording"), $"{Entry("GET", "/a", "HashiCorp")}{Entry("GET", "/b", "HashiCorp")}\n\n");

        Assert.Equal(["GET /a", "GET /b"], Paths());
    }

    [Fact]
    public void EncodedBody_IsDecoded()
    {
        var body = Convert.ToBase64String("Action=CreateVpc"u8);
        File.WriteAllText(_folder.File("recording"), Entry("POST", "/", "HashiCorp").Replace(
            "\"body\": \"\", \"body_encoded\": false", $"\"body\": \"{body}\", \"body_encoded\": true", StringComparison.Ordinal));

        var request = Assert.Single(MotoRecording.Read(_folder.File("recording")));

        Assert.Equal(("ec2", "Action=CreateVpc"), (request.Service, request.Body));
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Read(params string[] entries)
    {
        File.WriteAllLines(_folder.File("recording"), entries);
        return Paths();
    }

    private IEnumerable<string> Paths() => MotoRecording.Read(_folder.File("recording")).Select(request => $"{request.Method} {request.Path}");

    private static string Entry(string method, string path, string agent) => $$"""
        {"headers": {"User-Agent": "APN/1.0 {{agent}}", "Authorization": "AWS4-HMAC-SHA256 Credential=sandbox/20261126/eu-central-1/ec2/aws4_request"},
        "method": "{{method}}", "url": "http://127.0.0.1:5000{{path}}", "body": "", "body_encoded": false}
        """;
}
