using System.Globalization;
using Infra.Sandbox.Costs;
using Infra.Sandbox.Tests.Costs.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>
/// Every stack file calculated by hand from AWS's price pages, block by block, in USD for a month of 730 hours. A low month has no use, a
/// typical one that of the defaults of app:costs, a high one three times as much: requests 1,000,000; GiB to the internet 10, through NAT
/// gateways 10, to each log group 1, in each bucket 10, on each file system 10, in each repository 2; requests to each bucket 10,000 of each kind.
/// </summary>
public sealed class HandCalculationTests
{
    private const decimal Tolerance = 0.03m;
    private const decimal Cents = 0.02m;

    // Capacity units: 1,000,000 connections at 90,000 for each LCU-hour are 11.11, more than the 10 of the data.
    // Stored logs: 15 % of what is written, for the months that they are kept.
    // Container Insights: 13 metrics of the cluster, 25 of the service with its task definition.
    public static TheoryData<string, string> Files => new()
    {
        // eu-central-1
        {
            "dev", """
            # load balancer 730 × 0.027 = 19.71; 2 zones × 730 × 0.005 = 7.30; 11.11 LCU-h × 0.008 = 0.09
            app:loadBalancer 27.01 27.10 27.28
            # db.t4g.micro 730 × 0.019 = 13.87; 20 GiB × 0.137 = 2.74, at most 50 × 0.137 = 6.85; secret 0.40
            app:database 17.01 17.01 21.12
            # Spot: 730 × (0.25 × 0.03725 + 0.5 × 0.00409) × 0.306 = 2.54; address 730 × 0.005 = 3.65; logs 0.63 and 7 of 30 days × 0.15 × 0.0324;
            # to the internet 10 × 0.09 = 0.90
            app:service 6.19 7.72 10.78
            # 10 GiB × 0.0245 = 0.245; 10 thousand × (0.0054 + 0.00043) = 0.058
            app:buckets.results 0.00 0.30 0.91
            Total 50.21 52.13 60.09
            """
        },
        {
            "prod", """
            # db.t4g.medium Multi-AZ 730 × 0.149 = 108.77; 50 × 0.274 = 13.70, at most 200 × 0.274 = 54.80; secret 0.40;
            # two log groups of 0.63, kept 3 months: 2 × 0.45 × 0.0324 = 0.03
            app:database 122.87 124.16 167.84
            # as dev, and access logs: 1,000,000 × 0.5 KiB × 3 months = 1.43 GiB × 0.0245 = 0.04
            app:loadBalancer 27.01 27.13 27.39
            # 730 × (0.5 × 0.03725 + 1 × 0.00409) = 16.58; address 3.65; logs 0.63 + 0.45 × 0.0324 = 0.64; to the internet 0.90
            app:service 20.23 21.78 24.87
            # (13 + 25) metrics × 0.30
            app:cluster 11.40 11.40 11.40
            # 8 alarms on 9 metrics × 0.10
            app:alarms 0.90 0.90 0.90
            # flow logs: 0.63 + 0.45 × 0.0324
            app:network 0.00 0.64 1.93
            app:buckets.results 0.00 0.30 0.91
            Total 182.41 186.31 235.24
            """
        },
        {
            "minimal", """
            app:loadBalancer 27.01 27.10 27.28
            # 730 × (0.25 × 0.04656 + 0.5 × 0.00511) = 10.36; address 3.65; logs 0.63, kept one month; to the internet 0.90
            app:service 14.01 15.55 18.62
            Total 41.02 42.65 45.90
            """
        },
        // eu-west-2
        {
            "live-beats", """
            # 730 × 0.02646 = 19.32; 7.30; 11.11 × 0.0084 = 0.09
            app:loadBalancer 26.62 26.71 26.90
            # db.t4g.micro 730 × 0.018 = 13.14; 20 × 0.133 = 2.66, at most 100 × 0.133 = 13.30; secret 0.40
            app:database 16.20 16.20 26.84
            # a task 10.36 and its address 3.65, at most four of them; 1 GiB over 20: 730 × 0.000129 = 0.09, at most 0.38; secret 0.40;
            # two alarms of target tracking 0.20; logs 0.5985; to the internet 0.90
            app:service 14.70 16.20 61.53
            app:cluster 11.40 11.40 11.40
            # 2 × 0.10
            app:repositories.app 0.00 0.20 0.60
            Total 68.92 70.71 127.27
            """
        },
        // us-west-2
        {
            "ecs-guide", """
            # two tasks of 0.5 × 0.04048 + 1 × 0.004445 = 0.024685 an hour; after the base of one, half of the second on Spot for 0.4:
            # 730 × 0.024685 × (1.5 + 0.5 × 0.4) = 30.63; logs 0.50; to the internet, through the load balancer of others, 0.90
            app:service 30.63 32.03 34.83
            # 10 × 0.30
            app:fileSystems.data 0.00 3.00 9.00
            app:repositories.app 0.00 0.20 0.60
            Total 30.63 35.23 44.43
            """
        },
        // eu-central-1
        {
            "datero", """
            # gateway 730 × 0.052 = 37.96; its address 3.65; 10 × 0.052 = 0.52
            app:network 41.61 42.13 43.17
            # one t3.medium 730 × 0.048 = 35.04, at most two; 30 GiB × 0.0952 = 2.86 each; two alarms of managed scaling 0.20
            app:cluster.instances.main 38.10 38.10 75.99
            app:loadBalancer 27.01 27.10 27.28
            # 730 × 0.027 = 19.71; 7.30; 10 LCU-h × 0.006 = 0.06
            app:networkLoadBalancer 27.01 27.07 27.19
            # secret 0.40; logs 0.63; to the internet 0.90
            app:service 0.40 1.93 5.00
            app:jobs.check 0.00 0.63 1.90
            Total 134.13 136.96 180.53
            """
        },
        {
            "datero-demo", """
            # started by hand, so no run is counted: secret 0.40; logs 0.63
            app:jobs.datero 0.40 1.03 2.30
            # no instance, at most one: 35.04 + 2.86 + address 3.65; alarms 0.20
            app:cluster.instances.main 0.20 0.20 41.75
            Total 0.60 1.23 44.05
            """
        },
        {
            "event-jobs", """
            app:network 41.61 42.13 43.17
            # 19.71; three zones 10.95; 0.09
            app:loadBalancer 30.66 30.75 30.93
            # none, one for the one task of the worker, at most six t4g.medium: 730 × 0.0384 = 28.03 and 2.86 each; alarms 0.20
            app:cluster.instances.arm 0.20 31.09 185.53
            # one, at most three; two alarms of its scaling 0.20
            app:cluster.instances.steady 31.09 31.09 92.86
            # two tasks of 0.5 × 0.04656 + 1 × 0.00511 = 0.02839 for 16 of 24 hours: 2 × 486.67 × 0.02839 = 27.63, at most twelve: 165.80;
            # target tracking: (cpu 1 + memory 1 + requests of two target groups 2) × 2 alarms = 0.80; step alarm 0.10; logs 0.635;
            # to the internet 0.90
            app:service 28.53 30.07 171.30
            # 730 × 0.0144 = 10.51; secret 0.40
            app:cache 10.91 10.91 10.91
            app:dashboard 3.00 3.00 3.00
            # 25 of the 28 metrics of alarms; the others belong to scaling
            app:alarms 2.50 2.50 2.50
            # 1,000 runs of 5 minutes = 83.33 h × (0.25 × 0.04656 + 0.5 × 0.00511) = 1.18; logs 0.635
            app:jobs.exports 0.00 1.82 5.45
            app:jobs.thumbnails 0.00 1.82 5.45
            # 30.4 runs of 5 minutes = 2.53 h × 0.0142 = 0.04
            app:jobs.report 0.04 0.67 1.94
            # backlog of three metrics × 2 alarms = 0.60; alarm that starts the first task, on two metrics 0.20; logs 0.635
            app:services.worker 0.80 1.43 2.70
            app:services.admin 0.00 0.63 1.90
            # a private hosted zone
            app:cluster 0.50 0.50 0.50
            # 1 million × 0.40
            app:queues.conversions 0.00 0.40 1.20
            app:queues.exports 0.00 0.40 1.20
            app:buckets.uploads 0.00 0.30 0.91
            Total 149.84 189.51 561.45
            """
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Bill_AgreesWithTheCalculationByHand(string name, string calculation)
    {
        var bill = await Bills.OfFileAsync(name);
        var blocks = bill.Blocks.ToDictionary(block => block.Block, block => block.Total);
        var byHand = calculation.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')).ToDictionary(
            words => words[0], words => new Estimate(Number(words[1]), Number(words[2]), Number(words[3])));

        Assert.Equal(byHand.Keys.Where(key => key != "Total").Order(StringComparer.Ordinal), blocks.Keys.Order(StringComparer.Ordinal));
        Assert.All(byHand, block => AssertClose(block.Key, block.Value, block.Key == "Total" ? bill.Total : blocks[block.Key]));
    }

    // The calculations add up.
    [Theory]
    [MemberData(nameof(Files))]
    public void Total_IsTheSumOfTheBlocks(string name, string calculation)
    {
        var amounts = calculation.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')).ToList();
        for (var column = 1; column <= 3; column++)
        {
            var sum = amounts.SkipLast(1).Sum(words => Number(words[column]));
            Assert.True(Math.Abs(sum - Number(amounts[^1][column])) <= Cents, $"{name}: {sum}");
        }
    }

    private static void AssertClose(string key, Estimate byHand, Estimate computed)
    {
        Assert.All(
            new[] { (byHand.Low, computed.Low), (byHand.Typical, computed.Typical), (byHand.High, computed.High) },
            pair => Assert.True(
                Math.Abs(pair.Item1 - pair.Item2) <= Math.Max(Cents, pair.Item1 * Tolerance), $"{key}: {pair.Item1} by hand, {pair.Item2} computed"));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
