using Infra.Sandbox.Tests.Checks.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Checks;

/// <summary>Verdicts of check against the rules of checkov and prowler: they agree, or the file says who is right.</summary>
public sealed class ScannerTests
{
    private const int HeaderLines = 3;

    private static readonly string[][] Rules =
    [
        .. File.ReadAllLines(RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Checks", "scanner-rules.txt")).Skip(HeaderLines).Select(line => line.Split(" | ")),
    ];

    [Fact]
    public async Task Verdicts_AgreeOrTheDifferenceIsExplained()
    {
        var (dev, prod) = (await FailedAsync(CheckedStack.Dev), await FailedAsync(CheckedStack.Prod));
        string[] differing =
        [
            .. Rules.Where(rule => $"{Verdict(dev, rule[1])} {Verdict(prod, rule[1])}" != rule[2]).Select(rule => rule[0]),
        ];

        Assert.Equal(Rules.Where(rule => rule.Length > 3).Select(rule => rule[0]), differing);
        Assert.Equal(50, Rules.Length);
        Assert.Equal(4, differing.Length);
    }

    private static string Verdict(HashSet<string> failed, string control) => failed.Contains(control) ? "fail" : "pass";

    private static async Task<HashSet<string>> FailedAsync(string file) =>
        [.. (await CheckedStack.OfAsync(file)).Check().Findings.Select(finding => finding.Control.Id)];
}
