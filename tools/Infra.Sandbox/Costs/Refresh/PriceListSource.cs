using System.Net;
using Pulumi;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>The place of AWS's price list files.</summary>
internal interface IPriceListSource
{
    /// <summary>Opens the file of an offer in a region; null if there is none.</summary>
    Task<Stream?> OpenAsync(string offer, string region, CancellationToken cancellation);
}

/// <summary>Opens price list files of AWS, of another server, or of a folder that has them in the same layout.</summary>
internal static class PriceListSource
{
    /// <summary>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html</summary>
    public const string Aws = "https://pricing.us-east-1.amazonaws.com";

    public static IPriceListSource Of(string place, string directory) =>
        Uri.TryCreate(place, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new Web(place.TrimEnd('/'))
        : Directory.Exists(Path.GetFullPath(place, directory)) ? new Folder(Path.GetFullPath(place, directory))
        : throw new RunException($"{place} is neither a URL nor a folder");

    private static string PathOf(string offer, string region) => $"offers/v1.0/aws/{offer}/current/{region}/index.json";

    private sealed class Folder(string path) : IPriceListSource
    {
        public Task<Stream?> OpenAsync(string offer, string region, CancellationToken cancellation)
        {
            var file = Path.Combine(path, PathOf(offer, region));
            return Task.FromResult<Stream?>(File.Exists(file) ? File.OpenRead(file) : null);
        }
    }

    private sealed class Web(string address) : IPriceListSource
    {
        // The largest files take minutes.
        private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromMinutes(10) };

        public async Task<Stream?> OpenAsync(string offer, string region, CancellationToken cancellation)
        {
            var url = $"{address}/{PathOf(offer, region)}";
            try
            {
                var response = await Client.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, cancellation);
                return response.StatusCode switch
                {
                    HttpStatusCode.OK => await response.Content.ReadAsStreamAsync(cancellation),
                    // The server answers the same for files that do not exist.
                    HttpStatusCode.NotFound or HttpStatusCode.Forbidden => null,
                    var status => throw new RunException($"{url} answers {(int)status}"),
                };
            }
            catch (HttpRequestException problem)
            {
                throw new RunException($"{url} cannot be read: {problem.Message}");
            }
        }
    }
}
