using System.Text.Json;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Sandbox.Tests.Diff.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

public sealed class CostCommandTests
{
    private const string StackFile = """
        config:
          aws:region: eu-central-1
          app:name: shop
          app:network: { cidr: 10.0.0.0/16, zones: [eu-central-1a, eu-central-1b], natGateways: none }
          app:service: { image: "nginx:1.29", cpuUnits: 256, memoryMiB: 512, desiredCount: 1, subnets: public }
        """;

    // A task 10.36, its address 3.65, logs 0.63 with 0.15 × 0.0324 for their storage of a month.
    [Fact]
    public async Task Text_HasKeysItemsTotalsAndAssumptions()
    {
        var run = await RunAsync(StackFile, "cost", "dev");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            """
            Cost of dev in eu-central-1, USD for a month of 730 hours, list prices of 2026-11-26

                                                     Typical month           Low    Typical       High
            app:service                                                    14.01      14.65      15.92
                Fargate, 0.25 vCPU, 0.5 GiB, x86_64  730 h × 0.014195      10.36      10.36      10.36
                public IPv4 addresses of tasks       730 h × 0.005          3.65       3.65       3.65
                logs written                         1 GiB × 0.63           0.00       0.63       1.89
            Total                                                          14.01      14.65      15.92

            Assumed:
                app:costs, defaults: { highUsageFactor: 3, logGiB: 1 }

            Cheaper, each by itself, in a typical month:
                −8.58  app:offHours: { stopCron: cron(0 20 ? * MON-FRI *), startCron: cron(0 7 ? * MON-FRI *), timeZone: … }
                       if nobody uses the stack from 20:00 to 07:00 and at weekends
            """,
            run.Out);
    }

    [Theory]
    [InlineData("14.64", 4, "app:costs.monthlyBudgetUsd: a typical month costs 14.65 USD, 0.01 more than the budget of 14.64")]
    [InlineData("20", 0, "app:costs.monthlyBudgetUsd: 5.35 USD below the budget of 20.00")]
    public async Task Budget_DecidesTheExitCode(string budget, int exitCode, string text)
    {
        var file = $"{StackFile}\n  app:costs: {{ monthlyBudgetUsd: {budget} }}";

        var run = await RunAsync(file, "cost", "dev");
        var json = await RunAsync(file, "cost", "dev", "--json");

        Assert.Equal((exitCode, exitCode), (run.ExitCode, json.ExitCode));
        Assert.Contains($"\n{text}\n", run.Out);
        Assert.Equal(exitCode == 4, JsonDocument.Parse(json.Out).RootElement.GetProperty("isOverBudget").GetBoolean());
    }

    [Fact]
    public async Task Assumptions_OfTheStackFile_AreUsedAndPrinted()
    {
        var run = await RunAsync($"{StackFile}\n  app:costs: {{ logGiB: 10 }}", "cost", "dev");

        Assert.Contains("    logs written                         10 GiB × 0.63          0.00       6.30      18.90\n", run.Out);
        Assert.Contains("    app:costs: { logGiB: 10 }\n    app:costs, defaults: { highUsageFactor: 3 }\n", run.Out);
    }

    [Fact]
    public async Task UnknownRegion_IsRefused()
    {
        var run = await RunAsync(StackFile.Replace("eu-central-1", "eu-north-1"), "cost", "dev");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            "aws:region: no prices are known for eu-north-1, only for us-east-1, us-west-2, eu-central-1, eu-west-1 and eu-west-2; "
                + "add it from AWS's price list: prices --refresh --region eu-north-1",
            run.Error);
    }

    [Fact]
    public async Task Json_HasEveryItemWithItsResourceKeyAndSource()
    {
        var root = JsonDocument.Parse((await RunAsync(StackFile, "cost", "dev", "--json")).Out).RootElement;

        var address = root.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("item").GetString() == "public IPv4 addresses of tasks");
        Assert.Equal("app:service", address.GetProperty("key").GetString());
        Assert.Equal(("aws:ecs/service:Service", "shop"), (address.GetProperty("type").GetString(), address.GetProperty("name").GetString()));
        Assert.Equal((0.005m, "BILL"), (address.GetProperty("price").GetDecimal(), address.GetProperty("source").GetString()));
        Assert.Equal(3.65m, address.GetProperty("amount").GetProperty("low").GetDecimal());
        Assert.Equal(14.64721m, root.GetProperty("total").GetProperty("typical").GetDecimal(), precision: 4);
    }

    [Fact]
    public async Task Markdown_HasATableByKeyAndTheLinesFolded()
    {
        var run = await RunAsync(StackFile, "cost", "dev", "--markdown");

        Assert.StartsWith("### <code>dev</code>: 14.65 USD in a typical month, 14.01 in a low one, 15.92 in a high one\n", run.Out);
        Assert.Contains("\n| <code>app:service</code> | 14.01 | 14.65 | 15.92 |\n| **Total** | 14.01 | 14.65 | 15.92 |\n", run.Out);
        Assert.Contains("<details><summary>Line by line</summary>", run.Out);
        Assert.Contains("- **−8.58** <code>", run.Out);
    }

    [Fact]
    public async Task MarkdownAndJson_ExcludeEachOther()
    {
        var run = await RunAsync(StackFile, "cost", "dev", "--markdown", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--markdown cannot be combined with --json", run.Error);
    }

    [Fact]
    public async Task NotPricedItem_IsNamedWithThePriceOfAnotherRegion()
    {
        var run = await RunAsync($"{StackFile}\n  app:cluster: {{ containerInsights: enhanced }}", "cost", "dev");

        Assert.Contains("    1 item without a known price is not in it\n\nNot priced, and in no sum:\n", run.Out);
        Assert.Contains(
            "    app:cluster  Container Insights, enhanced, at least: 38 metrics; no price known for eu-central-1; 0.07 USD in us-east-1\n", run.Out);
    }

    // Two gateways 75.92 with their addresses 7.30, and 0.52 for their data.
    [Fact]
    public async Task Diff_ShowsTheCostOfNatGateways()
    {
        using var project = new GitProject();
        project.Edit("eu-west-1", "eu-central-1");
        project.Commit();
        project.Edit("natGateways: none", "natGateways: onePerZone");

        var text = (await project.DiffAsync()).Out;
        var markdown = (await project.DiffAsync("--markdown")).Out;
        var cost = JsonDocument.Parse((await project.DiffAsync("--json")).Out).RootElement.GetProperty("cost");

        Assert.Contains("\n    cost: +83.74 USD in a typical month, from 43.05 to 126.79\n", text);
        Assert.Contains(
            """

            Cost, USD a month, prices of 2026-11-26:
                                                                                  Low    Typical       High
                app:network                                                    +83.22     +83.74     +84.78
                    NAT gateways                           1,460 h × 0.052     +75.92     +75.92     +75.92
                    public IPv4 addresses of NAT gateways  1,460 h × 0.005      +7.30      +7.30      +7.30
                    data through NAT gateways              10 GiB × 0.052       +0.00      +0.52      +1.56
                Total                                                          +83.22     +83.74     +84.78

            """,
            text);
        Assert.Contains("<summary>Cost by key: +83.74 USD a month</summary>", markdown);
        Assert.Equal(83.74m, cost.GetProperty("change").GetProperty("typical").GetDecimal());
        Assert.Equal("app:network", Assert.Single(cost.GetProperty("blocks").EnumerateArray()).GetProperty("key").GetString());
    }

    [Fact]
    public async Task Diff_OfAHigherMaximum_ChangesTheHighMonthOnly()
    {
        using var project = new GitProject();
        project.Edit("desiredCount: 1", "desiredCount: 1\n    scaling: { minimumTasks: 1, maximumTasks: 2, cpuPercent: 60 }");
        project.Commit();
        project.Edit("maximumTasks: 2", "maximumTasks: 3");

        // A task of 730 × (0.25 × 0.04048 + 0.5 × 0.004445) = 9.01, and its address 3.65.
        Assert.Matches("\n    cost: [+]12.66 USD in a high month, unchanged in a typical one \\([0-9.]+\\)\n", (await project.DiffAsync()).Out);
    }

    [Fact]
    public async Task Diff_OfAnEditThatCostsNothing_SaysSo()
    {
        using var project = new GitProject();
        project.Edit("nginx:1.29", "nginx:1.30");

        Assert.Matches("\n    cost: unchanged, [0-9.]+ USD in a typical month\n", (await project.DiffAsync()).Out);
    }

    [Fact]
    public async Task Diff_InARegionWithoutPrices_SaysThatTheCostIsNotKnown()
    {
        using var project = new GitProject();
        project.Edit("eu-west-1", "eu-north-1");
        project.Commit();
        project.Edit("nginx:1.29", "nginx:1.30");

        Assert.Contains("\n    cost: not known: aws:region: no prices are known for eu-north-1,", (await project.DiffAsync()).Out);
    }

    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(string stackFile, params string[] arguments)
    {
        using var project = new TemporaryProject(("Pulumi.yaml", "name: app\n"), ("Pulumi.dev.yaml", stackFile));
        var terminal = new RecordedTerminal(project.Directory);
        return (await SandboxCommands.RunAsync(arguments, terminal.Terminal), terminal.Out.ReplaceLineEndings("\n"), terminal.Error);
    }
}
