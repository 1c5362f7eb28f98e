using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>Reads what moto records with <c>MOTO_ENABLE_RECORDING</c>.</summary>
internal static partial class MotoRecording
{
    // The emulator also gets requests of the sandbox and of tests.
    private const string ProviderAgent = "HashiCorp";

    /// <summary>The requests of the AWS provider in a recording.</summary>
    public static IEnumerable<RecordedRequest> Read(string file) => Entries(File.ReadAllBytes(file)).Select(Request).OfType<RecordedRequest>();

    // Threads of moto write at the same time, so the line breaks may be in other places than the entries' ends.
    private static List<JsonElement> Entries(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true });
        var entries = new List<JsonElement>();
        while (reader.Read())
        {
            entries.Add(JsonElement.ParseValue(ref reader));
        }

        return entries;
    }

    private static RecordedRequest? Request(JsonElement entry)
    {
        var headers = entry.GetProperty("headers").EnumerateObject()
            .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        if (!headers.GetValueOrDefault("User-Agent", "").Contains(ProviderAgent, StringComparison.Ordinal))
        {
            return null;
        }

        return new RecordedRequest
        {
            Method = entry.GetProperty("method").GetString()!,
            Path = new Uri(entry.GetProperty("url").GetString()!).PathAndQuery,
            Service = CredentialScope().Match(headers.GetValueOrDefault("Authorization", "")).Groups[1].Value,
            Target = headers.GetValueOrDefault("X-Amz-Target"),
            Body = Body(entry),
        };
    }

    private static string Body(JsonElement entry)
    {
        var body = entry.GetProperty("body").GetString() ?? "";
        return entry.GetProperty("body_encoded").GetBoolean() ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
    }

    [GeneratedRegex("Credential=[^/]+/[0-9]+/[^/]+/([^/]+)/aws4_request")]
    private static partial Regex CredentialScope();
}
