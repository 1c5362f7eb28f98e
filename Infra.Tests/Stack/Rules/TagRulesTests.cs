using System.Globalization;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class TagRulesTests
{
    [Theory]
    [InlineData("aws:team", "x", "starts with aws:, which AWS reserves; choose another key")]
    [InlineData("AWS:team", "x", "starts with AWS:, which AWS reserves; choose another key")]
    [InlineData(" team", "x", "starts or ends with a space, which load balancers refuse; remove it")]
    [InlineData("Name", "x", "is set by the stack itself; choose another key")]
    [InlineData("stack", "x", "is set by the stack itself as Stack, and IAM does not distinguish case; choose another key")]
    [InlineData("team", "aWs:x", "the value starts with aWs:, which AWS reserves; change it")]
    [InlineData("team", "x ", "the value starts or ends with a space, which load balancers refuse; remove it")]
    [InlineData("team", "R&D", "the value contains \"&\"; AWS allows letters, digits, spaces and _ . : / = + - @ in tags")]
    [InlineData("team", "a, b", "the value contains \",\"; AWS allows letters, digits, spaces and _ . : / = + - @ in tags")]
    public void Tag_ThatAwsRefuses_IsRefused(string key, string value, string problem)
    {
        var name = key.All(char.IsAsciiLetter) ? $".{key}" : $"[\"{key}\"]";

        Assert.Equal([$"app:tags{name}: {problem}"], Problems.Of(("tags", $$"""{"{{key}}":"{{value}}"}""")));
    }

    [Theory]
    [InlineData("aws", "x")]
    [InlineData("awsteam:x", "aws")]
    [InlineData("équipe", "Größe 3 + _.:/=@-")]
    [InlineData("チーム", "٣")]
    public void Tag_ThatAwsTakes_IsAccepted(string key, string value) => Assert.Empty(Problems.Of(("tags", $$"""{"{{key}}":"{{value}}"}""")));

    [Fact]
    public void Keys_ThatDifferInCaseOnly_AreRefusedForIam() => Assert.Equal(
        [
            "app:tags.Team: differs from team in case only, and IAM does not distinguish case; keep one",
            "app:tags.team: differs from Team in case only, and IAM does not distinguish case; keep one",
        ],
        Problems.Of(("tags", """{"Team":"x","team":"y","other":"z"}""")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "app:tags.team: the value has 257 characters; AWS allows 256")]
    public void Value_MayHave256Characters(int length, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], Problems.Of(("tags", $$"""{"team":"{{new string('x', length)}}"}""")));

    [Fact]
    public void Tags_WithThoseOfTheStack_AreFiftyAtMost()
    {
        Assert.Empty(Problems.Of(("tags", Tags(47))));
        Assert.Equal(
            ["app:tags: 48 tags; AWS allows 50 per resource, and the stack sets Name, Application and Stack; keep at most 47"],
            Problems.Of(("tags", Tags(48))));
    }

    [Fact]
    public void Tags_BesideInstances_LeaveRoomForThatOfEcs()
    {
        var cluster = ("cluster", """
            {"containerInsights":"disabled","instances":{"big":{"instanceType":"t3.small","maximumInstances":1,"subnets":"public"}}}
            """);

        Assert.Equal(
            [
                "app:tags: 47 tags; AWS allows 50 per resource, and the stack sets Name, Application, Stack and AmazonECSManaged; keep at most 46",
                "app:tags.AmazonECSManaged: is set by the stack itself; choose another key",
            ],
            [.. Problems.Of(cluster, ("tags", Tags(47))), .. Problems.Of(cluster, ("tags", """{"AmazonECSManaged":"true"}"""))]);
    }

    private static string Tags(int count) =>
        $"{{{string.Join(',', Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"\"key{number}\":\"x\"")))}}}";
}
