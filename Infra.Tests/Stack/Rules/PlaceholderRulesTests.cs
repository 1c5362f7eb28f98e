using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class PlaceholderRulesTests
{
    private const string Always = "${aws.region}, ${aws.accountId}, ${cluster.name}, ${service.name}, ${service.arn}, ${service.host} or ${service.url}";
    private const string Buckets = """{"results":{"versioning":false,"deleteWithContents":false}}""";

    private const string Database = """
        {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","allocatedStorageGiB":20,"maxAllocatedStorageGiB":50,
         "multiAz":false,"backupRetentionDays":1,"deletionProtection":false,"finalSnapshot":false,"tls":"require"}
        """;

    [Theory]
    [InlineData("${aws.region} ${aws.accountId} ${cluster.name}")]
    [InlineData("${service.name} ${service.host} ${service.url} ${service.arn}")]
    [InlineData("${database.host} ${database.port} ${database.name} ${database.username}")]
    [InlineData("s3://${bucket.results}/tmp")]
    [InlineData("$${unknown} costs 5 $")]
    [InlineData("")]
    public void KnownNames_AreAccepted(string text) => Assert.Empty(Of(text, ("database", Database), ("buckets", Buckets)));

    [Theory]
    [InlineData("${region}", "${region} is unknown; use " + Always)]
    [InlineData("${aws.regoin}", "${aws.regoin} is unknown; did you mean ${aws.region}?")]
    [InlineData("${ aws.region }", "${ aws.region } is unknown; did you mean ${aws.region}?")]
    [InlineData("${}", "${} is unknown; use " + Always)]
    [InlineData("${database.host}", "${database.host} has no value: this stack has no database; add app:database or remove it")]
    [InlineData("${database.hots}", "${database.hots} has no value: this stack has no database; add app:database or remove it")]
    [InlineData("${bucket.results}", "${bucket.results} has no value: this stack has no buckets; add app:buckets or remove it")]
    [InlineData("${queue.jobs}", "${queue.jobs} has no value: this stack has no queues; add app:queues or remove it")]
    [InlineData("${repository.app}", "${repository.app} has no value: this stack has no repositories; add app:repositories or remove it")]
    [InlineData("${aws.region", "has an unclosed ${; write $${ for a literal one")]
    public void UnknownName_IsExplained(string text, string problem) => Assert.Equal([$"app:service.environment.X: {problem}"], Of(text));

    [Fact]
    public void UnknownNames_AreAllReported() => Assert.Equal(
        [$"app:service.environment.X: ${{a}} is unknown; use {Always}", $"app:service.environment.X: ${{b}} is unknown; use {Always}"],
        Of("${a}${b}${a}"));

    [Fact]
    public void NamesOfDatabaseAndBuckets_AreSuggestedWhereTheyAre() => Assert.Equal(
        [
            "app:service.environment.X: ${bucket.result} is unknown; did you mean ${bucket.results}?",
            "app:service.environment.X: ${databse.host} is unknown; did you mean ${database.host}?",
        ],
        Of("${bucket.result} ${databse.host}", ("database", Database), ("buckets", Buckets)));

    [Fact]
    public void ResourcesOfPermissions_AreCheckedToo() => Assert.Equal(
        ["app:service.permissions[1].resources[0]: ${bucket.results} has no value: this stack has no buckets; add app:buckets or remove it"],
        Problems.Of(("service", """
            {"permissions":[{"actions":["s3:GetObject"],"resources":["arn:aws:s3:::${aws.region}-data/*"]},
                            {"actions":["s3:GetObject"],"resources":["arn:aws:s3:::${bucket.results}/*"]}]}
            """)));

    [Fact]
    public void ProblemInsideTheDatabase_HidesNoUnknownName() => Assert.Equal(
        [
            "app:database.engineVersion: 17.5 is not valid; use a major version such as 17, without a minor one",
            "app:service.environment.X: ${database.hots} is unknown; did you mean ${database.host}?",
        ],
        Of("${database.host}${database.hots}", ("database", Database.Replace("17", "17.5", StringComparison.Ordinal))));

    [Fact]
    public void MisspeltDatabase_IsTheOnlyProblem() => Assert.Equal(
        ["app:databse: is not a known key; did you mean database?"], Of("${database.host}", ("databse", Database)));

    private static IReadOnlyList<string> Of(string text, params (string Key, string Json)[] changes) =>
        Problems.Of([("service", $$$"""{"environment":{"X":"{{{text}}}"}}"""), .. changes]);
}
