using Infra.Sandbox.Tests.Verification.Support;
using Infra.Sandbox.Verification.Causes;
using Infra.Tests.Documentation;

namespace Infra.Sandbox.Tests.Verification;

/// <summary>The outputs in docs/verify.md are what the command prints for recorded answers, and its table of causes is that of the command.</summary>
public sealed class VerifyDocumentTests
{
    private const string Start = "<!-- output with: ";

    private static readonly Document Verify = new("docs/verify.md");

    public static TheoryData<string> Markers => [.. Verify.Lines.Where(line => line.StartsWith(Start, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Markers))]
    public async Task Output_IsWhatTheCommandPrints(string marker)
    {
        var recordings = marker[Start.Length..].Replace(" -->", "").Split(' ');
        var run = await VerifyRun.Of(new RecordedAws(["common", .. recordings]));

        Verify.Match(marker, "<!-- end of output -->", $"```text\n{run.Out.TrimEnd()}\n```");
    }

    [Fact]
    public void Causes_AreThoseOfTheTable() => Verify.Match(
        "<!-- causes: generated from tools/Infra.Sandbox/Verification/Facts/causes.txt; ACCEPT=1 dotnet test rewrites it -->",
        "<!-- end of causes -->",
        string.Join('\n', ["| Cause | Change | |", "| --- | --- | --- |", .. CauseTable.All.Select(Row)]));

    [Theory]
    [InlineData("acm:DescribeCertificate")]
    [InlineData("ecs:DescribeServices")]
    [InlineData("ecs:DescribeServiceDeployments")]
    [InlineData("ecs:DescribeTaskDefinition")]
    [InlineData("ecs:DescribeTasks")]
    [InlineData("ecs:ListServiceDeployments")]
    [InlineData("ecs:ListTasks")]
    [InlineData("elasticloadbalancing:Describe*")]
    [InlineData("events:DescribeRule")]
    [InlineData("events:ListTargetsByRule")]
    [InlineData("logs:GetLogEvents")]
    [InlineData("pipes:DescribePipe")]
    [InlineData("scheduler:GetSchedule")]
    [InlineData("secretsmanager:DescribeSecret")]
    [InlineData("ssm:DescribeParameters")]
    public void Action_OfACall_IsDocumented(string action) => Assert.Contains($"`{action}`", Verify.Text, StringComparison.Ordinal);

    private static string Row(KnownCause cause) => $"| {Named(cause.Text)} | `{Named(cause.Key)}` | [`{cause.Id}`]({cause.Source}) |";

    private static string Named(string text) => text.Replace("{secret}", "app:service.secrets.<name>").Replace("{key}", "app:service").Replace("{project}", "app");
}
