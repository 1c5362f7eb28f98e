using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class ValueMessageTests
{
    [Theory]
    [InlineData("whole", "\"abc\"", "\"abc\" is not a whole number")]
    [InlineData("whole", "\"5\"", "\"5\" is text; remove the quotes")]
    [InlineData("whole", "2.5", "2.5 is not a whole number")]
    [InlineData("whole", "true", "true is not a whole number")]
    [InlineData("whole", "99999999999", "99999999999 is out of range")]
    [InlineData("whole", "null", "has no value; set it or remove the key")]
    [InlineData("whole", "{}", "a block is not a whole number")]
    [InlineData("number", "\"1.5\"", "\"1.5\" is text; remove the quotes")]
    [InlineData("number", "\"half\"", "\"half\" is not a number; use 0.5 to 1")]
    [InlineData("number", "0", "0 is out of range; use 0.5 to 1")]
    [InlineData("flag", "\"yes\"", "\"yes\" is not true or false")]
    [InlineData("flag", "\"true\"", "\"true\" is text; remove the quotes")]
    [InlineData("flag", "1", "1 is not true or false")]
    [InlineData("text", "[]", "a list is not text")]
    [InlineData("port", "70000", "70000 is out of range; use 1024 to 65535")]
    [InlineData("port", "99999999999", "99999999999 is out of range; use 1024 to 65535")]
    [InlineData("port", "\"http\"", "\"http\" is not a whole number; use 1024 to 65535")]
    [InlineData("days", "11", "11 is not one of 0, 1 or 7 to 10")]
    [InlineData("positive", "0", "0 is out of range; use 1 or more")]
    [InlineData("family", "\"postgre\"", "\"postgre\" is not one of postgres or mysql; did you mean postgres?")]
    [InlineData("family", "\"oracle\"", "\"oracle\" is not one of postgres or mysql")]
    [InlineData("size", "\"Big\"", "\"Big\" is not one of small or big; did you mean big?")]
    [InlineData("size", "[]", "a list is not one of small or big")]
    [InlineData("name", "\"My App\"", "\"My App\" is not valid; use lower-case letters")]
    [InlineData("name", "\"app\\n\"", "\"app\\n\" is not valid; use lower-case letters")]
    [InlineData("code", "\"\"", "has no value; set it or remove the key")]
    [InlineData("token", "\"abcdef\"", "\"abcdef\" is too long; use 2 to 5 characters")]
    [InlineData("ports", "80", "80 is not a list of whole numbers; write [first, second], or one \"- item\" per line")]
    [InlineData("ports", "[]", "is empty; use at least 1 item")]
    [InlineData("tags", "[]", "a list is not a map of text; write one \"name: value\" per line")]
    public void InvalidValue_HasItsMessage(string key, string json, string message)
    {
        var problem = Assert.Single(Bind($$"""{"{{key}}": {{json}}}"""));

        Assert.Equal($"app:x.{key}: {message}", problem.ToString());
    }

    [Theory]
    [InlineData("ports", "[80, 100]", "app:x.ports[1]: 100 is out of range; use 1 to 99")]
    [InlineData("ports", "[\"x\"]", "app:x.ports[0]: \"x\" is not a whole number; use 1 to 99")]
    [InlineData("ports", "[80, null]", "app:x.ports[1]: has no value; set it or remove it")]
    [InlineData("ports", "[80, 7, 80]", "app:x.ports[2]: 80 is listed twice; remove one")]
    [InlineData("tags", "{\"A\": \"x\"}", "app:x.tags.A: is not a valid name; use lower-case letters")]
    [InlineData("tags", "{\"a\": 1, \"a\": 2}", "app:x.tags.a: is set twice; keep one")]
    [InlineData("tags", "{\"a.b\\\"\": []}", "app:x.tags[\"a.b\\\"\"]: a list is not text")]
    [InlineData("grid", "[[1], [\"x\"]]", "app:x.grid[1][0]: \"x\" is not a whole number")]
    public void InvalidItem_HasItsKey(string key, string json, string problem)
    {
        Assert.Contains(problem, Bind($$"""{"{{key}}": {{json}}}""").Select(found => found.ToString()));
    }

    [Fact]
    public void RepeatedKey_IsAProblem() =>
        Assert.Equal("app:x.port: is set twice; keep one", Assert.Single(Bind("""{"port": 1024, "port": 1025}""")).ToString());

    [Fact]
    public void MisspeltRequiredKey_IsReportedOnceAndSkipsRulesOnTheIntendedKey()
    {
        var problems = new ConfigProblems("dev");
        ValueBinder.Bind<Required>("app:x", JsonElement.Parse("""{"memoryMib": 512}"""), problems);

        Assert.Equal("app:x.memoryMib: is not a known key; did you mean memoryMiB?", Assert.Single(problems.All).ToString());
        Assert.True(problems.HasProblem("app:x.memoryMiB"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\" \"")]
    public void BlankRequiredText_HasNoValue(string json)
    {
        var problems = new ConfigProblems("dev");
        ValueBinder.Bind<Named>("app:x", JsonElement.Parse($$"""{"name": {{json}}}"""), problems);

        Assert.Equal("app:x.name: has no value; use lower-case letters", Assert.Single(problems.All).ToString());
    }

    [Fact]
    public void WholeNumber_WithZeroFraction_IsAccepted() => Assert.Empty(Bind("""{"whole": 5.0}"""));

    [Fact]
    public void LongValue_IsTruncated() => Assert.Equal(
        $"app:x.whole: \"{new string('a', 60)}…\" is not a whole number",
        Assert.Single(Bind($$"""{"whole": "{{new string('a', 500)}}"}""")).ToString());

    [Fact]
    public void SecretValue_IsHidden()
    {
        var problems = new ConfigProblems("dev");
        problems.MarkSecret("app:x");
        ValueBinder.Bind<Values>("app:x", JsonElement.Parse("""{"family": "postgre", "whole": "5"}"""), problems);

        Assert.Equal(
            ["app:x.family: (secret) is not one of postgres or mysql", "app:x.whole: (secret) is text; remove the quotes"],
            problems.All.Select(problem => problem.ToString()));
    }

    [Fact]
    public void MapOfBlocks_Binds()
    {
        var problems = new ConfigProblems("dev");
        var jobs = ValueBinder.Bind<IReadOnlyDictionary<string, Required>>(
            "app:jobs", JsonElement.Parse("""{"cleanup": {"memoryMiB": 512}, "report": {}}"""), problems);

        Assert.Equal(512, jobs["cleanup"].MemoryMiB);
        Assert.Equal("app:jobs.report.memoryMiB: is required; use a whole number", Assert.Single(problems.All).ToString());
    }

    [Fact]
    public void UnsupportedType_Throws() =>
        Assert.Throws<InvalidOperationException>(() => ValueBinder.Bind<DateTime>("app:x", JsonElement.Parse("{}"), new("dev")));

    private static IReadOnlyList<ConfigProblem> Bind(string json)
    {
        var problems = new ConfigProblems("dev");
        ValueBinder.Bind<Values>("app:x", JsonElement.Parse(json), problems);
        return problems.All;
    }

    private enum Size
    {
        Small,
        Big,
    }

    private sealed record Required
    {
        public required int MemoryMiB { get; init; }
    }

    private sealed record Named
    {
        [Pattern("[a-z]+", "lower-case letters")]
        public required string Name { get; init; }
    }

    private sealed record Values
    {
        public int Whole { get; init; }

        [Range(0.5, 1)]
        public double Number { get; init; } = 1;

        public bool Flag { get; init; }

        public string? Text { get; init; }

        [Range(1024, 65535)]
        public int Port { get; init; }

        [AllowedValues(0, 1, 7, 8, 9, 10)]
        public int Days { get; init; }

        [Range(1, int.MaxValue)]
        public int Positive { get; init; }

        [AllowedValues("postgres", "mysql")]
        public string? Family { get; init; }

        public Size? Size { get; init; }

        [Pattern("^[a-z]+$", "lower-case letters")]
        public string? Name { get; init; }

        [Pattern("[0-9]{3}", "three digits")]
        public string? Code { get; init; }

        [Length(2, 5)]
        public string? Token { get; init; }

        [MinLength(1), Unique, Range(1, 99)]
        public IReadOnlyList<int> Ports { get; init; } = [];

        [Keys("[a-z.\"]+", "lower-case letters")]
        public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

        public IReadOnlyList<IReadOnlyList<int>> Grid { get; init; } = [];
    }
}
