using System.Net;
using System.Text;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Refresh;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>Files of AWS's price list, cut down to a few products.</summary>
public sealed class PriceListTests
{
    // As AWS lays them out: reserved prices follow the on-demand ones.
    private const string Ec2 = """
        {
          "formatVersion": "v1.0",
          "disclaimer": "This pricing list is for informational purposes only.",
          "offerCode": "AmazonEC2",
          "publicationDate": "2026-12-01T17:45:21Z",
          "products": {
            "AAA": { "sku": "AAA", "productFamily": "NAT Gateway", "attributes": { "usagetype": "EUN1-NatGateway-Hours" } },
            "BBB": { "sku": "BBB", "attributes": { "usagetype": "EUN1-BoxUsage:t4g.small", "instanceType": "t4g.small", "operatingSystem": "Linux",
              "tenancy": "Shared", "preInstalledSw": "NA", "capacitystatus": "Used" } },
            "CCC": { "sku": "CCC", "attributes": { "usagetype": "EUN1-BoxUsage:t4g.small", "instanceType": "t4g.small", "operatingSystem": "Windows",
              "tenancy": "Shared", "preInstalledSw": "NA", "capacitystatus": "Used" } },
            "DDD": { "sku": "DDD", "attributes": { "usagetype": "EUN1-Other-NatGateway-Hours" } }
          },
          "terms": {
            "OnDemand": {
              "AAA": { "AAA.T": { "offerTermCode": "T", "priceDimensions": { "AAA.T.1": { "unit": "Hrs", "beginRange": "0", "endRange": "Inf",
                "pricePerUnit": { "USD": "0.0460000000" } } } } },
              "BBB": { "BBB.T": { "priceDimensions": { "BBB.T.1": { "beginRange": "0", "pricePerUnit": { "USD": "0.0172" } } } } },
              "CCC": { "CCC.T": { "priceDimensions": { "CCC.T.1": { "beginRange": "0", "pricePerUnit": { "USD": "0.0356" } } } } },
              "DDD": { "DDD.T": { "priceDimensions": { "DDD.T.1": { "beginRange": "0", "pricePerUnit": { "USD": "9" } } } } }
            },
            "Reserved": { "AAA": "not read" }
          }
        }
        """;

    // The first million requests are free.
    private const string Sqs = """
        {
          "publicationDate": "2026-11-28T00:00:00Z",
          "products": { "QQQ": { "attributes": { "usagetype": "EUN1-Requests-RBP" } } },
          "terms": { "OnDemand": { "QQQ": { "QQQ.T": { "priceDimensions": {
            "3": { "beginRange": "100000000000", "pricePerUnit": { "USD": "0.0000003000" } },
            "1": { "beginRange": "0", "pricePerUnit": { "USD": "0.0000000000" } },
            "2": { "beginRange": "1000000", "pricePerUnit": { "USD": "0.0000004000" } } } } } } }
        }
        """;

    private static readonly (string Name, string Text)[] Files =
    [
        ("list/offers/v1.0/aws/AmazonEC2/current/eu-north-1/index.json", Ec2),
        ("list/offers/v1.0/aws/AWSQueueService/current/eu-north-1/index.json", Sqs),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public async Task Reader_ReadsProductsAndTermsInAnyPortions(int bytes)
    {
        var (products, terms) = (new List<string>(), new List<string>());
        await using var stream = new SlowStream(Encoding.UTF8.GetBytes(Ec2), bytes);
        var reader = new PriceListReader(stream);

        await reader.ReadAsync((sku, _) => products.Add(sku), (sku, _) => terms.Add(sku), CancellationToken.None);

        Assert.Equal(["AAA", "BBB", "CCC", "DDD"], products);
        Assert.Equal(["AAA", "BBB", "CCC", "DDD"], terms);
        Assert.Equal("2026-12-01", reader.Date);
    }

    [Fact]
    public async Task Refresh_AddsARegionThatCostThenKnows()
    {
        using var project = new TemporaryProject(
            [.. Files, ("Pulumi.yaml", "name: app\n"), ("Pulumi.dev.yaml", """
                config:
                  aws:region: eu-north-1
                  app:name: shop
                  app:network: { cidr: 10.0.0.0/16, zones: [eu-north-1a, eu-north-1b], natGateways: single }
                  app:queues: { work: {} }
                  app:service: { image: "nginx:1.29", cpuUnits: 256, memoryMiB: 512, desiredCount: 0, subnets: private, queues: { work: send } }
                """)]);

        var refresh = await RunAsync(project, "prices", "--refresh", "--region", "eu-north-1", "--from", "list", "--out", "prices.txt");
        var cost = await RunAsync(project, "cost", "dev", "--prices", "prices.txt");

        Assert.Equal(0, refresh.ExitCode);
        Assert.Equal("eu-north-1: 3 prices of 2026-12-01\nprices.txt is written: use it with cost --prices prices.txt", refresh.Out);
        Assert.Equal((0, ""), (cost.ExitCode, cost.Error));
        Assert.Contains("list prices of 2026-12-01\n", cost.Out);
        Assert.Contains("NAT gateways    730 h × 0.046", cost.Out);
        Assert.Contains("1 million × 0.40 ", cost.Out);
    }

    [Fact]
    public async Task Refresh_KeepsThePricesOfOtherSources()
    {
        using var project = new TemporaryProject(Files);

        await RunAsync(project, "prices", "--refresh", "--region", "eu-north-1", "--from", "list", "--out", "prices.txt");
        var file = PriceFile.Read("prices.txt", project.Directory);

        Assert.Equal(new Price(0.0172m, "LIST-2026-12-01"), file.Find("eu-north-1", "ec2.t4g.small"));
        Assert.Equal(new Price(0.052m, "FRA"), file.Find("eu-central-1", "nat.hour"));
        Assert.Null(file.Find("eu-north-1", "alb.hour"));
    }

    [Fact]
    public async Task Refresh_WithoutAnyPrice_WritesNothing()
    {
        using var project = new TemporaryProject(("list/readme", ""));

        var run = await RunAsync(project, "prices", "--refresh", "--region", "eu-north-1", "--from", "list", "--out", "prices.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("list has no prices of eu-north-1; nothing was written", run.Error);
        Assert.False(File.Exists(Path.Combine(project.Directory, "prices.txt")));
    }

    [Fact]
    public async Task Server_IsReadByItsPaths()
    {
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{address}/");
        listener.Start();
        var answers = AnswerAsync(listener);

        var list = await PriceList.ReadAsync(PriceListSource.Of(address, "/"), "eu-north-1", _ => { }, CancellationToken.None);
        listener.Stop();
        var paths = await answers;

        Assert.Equal(3, list.Prices.Count);
        Assert.Equal(0.4m, list.Prices["sqs.million"]);
        Assert.Contains("/offers/v1.0/aws/AmazonRDS/current/eu-north-1/index.json", paths);
    }

    [Fact]
    public async Task Prices_ShowsDateRegionsAndSources()
    {
        using var project = new TemporaryProject();

        var run = await RunAsync(project, "prices");

        Assert.StartsWith("List prices of 2026-11-26: AWS list prices in public price lists, bills and cost studies; each value names its own source\n", run.Out);
        Assert.Matches("\n    eu-central-1    [0-9]+ of [0-9]+ prices\n", run.Out);
        Assert.Matches("\n    BILL +2026-07-01  AWS bill of June 2026, eu-central-1\n", run.Out);
    }

    private static async Task<List<string>> AnswerAsync(HttpListener listener)
    {
        var paths = new List<string>();
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                paths.Add(path);
                var text = Files.FirstOrDefault(file => $"/{file.Name["list/".Length..]}" == path).Text;
                context.Response.StatusCode = text is null ? 404 : 200;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text ?? ""));
                context.Response.Close();
            }
        }
        catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
        {
            return paths;
        }
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(TemporaryProject project, params string[] arguments)
    {
        var terminal = new RecordedTerminal(project.Directory);
        return (await SandboxCommands.RunAsync(arguments, terminal.Terminal), terminal.Out.ReplaceLineEndings("\n"), terminal.Error);
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] content, int bytes) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(bytes, buffer.Length)], cancellationToken);
    }
}
