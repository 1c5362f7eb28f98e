using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Diff;

public sealed class ValueTextTests
{
    public static TheoryData<string, string> Values => new()
    {
        { "db.t4g.micro", "db.t4g.micro" },
        { "two words", "\"two words\"" },
        { "20", "\"20\"" },
        { "true", "\"true\"" },
        { "", "\"\"" },
        { "😀", "\"\\uD83D\\uDE00\"" },
        { "a\nb\e", "\"a\\nb\\u001B\"" },
        { "https://${aws:lb/loadBalancer:LoadBalancer::dekart-lb.dnsName}/", "https://${dekart-lb.dnsName}/" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Text_IsQuotedOnlyWhereNeeded(string text, string shown) => Assert.Equal((shown, "null"), ValueText.Pair(text, PropertyValue.Null.Value, 100));

    [Fact]
    public void LongTexts_AreCutAroundTheFirstDifference() => Assert.Equal(
        ("…aaaaaaaaaaaaaaaaaaaaxbbbbbbbbb…", "…aaaaaaaaaaaaaaaaaaaaybbbbbbbbb…"),
        ValueText.Pair($"{new string('a', 100)}x{new string('b', 100)}", $"{new string('a', 100)}y{new string('b', 100)}", 30));

    [Fact]
    public void LongText_AgainstAShortOne_IsCutAtItsEnd() => Assert.Equal(
        ("short", $"{new string('a', 30)}…"), ValueText.Pair("short", new string('a', 100), 30));

    [Fact]
    public void Secret_InsideAMap_IsMarked() => Assert.Equal(
        ("{ password: [secret] }", "(known after the update)"),
        ValueText.Pair(
            PropertyValue.Map.Of([KeyValuePair.Create<string, PropertyValue>("password", new PropertyValue.Secret("hunter2"))]), PropertyValue.Unknown.Value, 70));
}
